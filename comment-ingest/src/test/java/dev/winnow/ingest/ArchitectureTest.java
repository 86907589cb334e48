package dev.winnow.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "dev.winnow.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_STORE_AND_NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.mongodb..", "org.springframework.data..", "dev.winnow.worker..", "dev.winnow.articles..");

    @ArchTest
    static final ArchRule NEVER_BLOCKS_A_CHAIN =
            noClasses().should().callMethod(Mono.class, "block").orShould().callMethod(Flux.class, "blockLast");

    @ArchTest
    static final ArchRule FOLDERS_DEPEND_ONE_WAY =
            slices().matching("dev.winnow.ingest.(*)..").should().beFreeOfCycles();
}
