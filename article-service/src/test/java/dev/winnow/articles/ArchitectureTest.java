package dev.winnow.articles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.winnow.articles");

    @Test
    void theServiceKnowsEventsAndNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.winnow.ingest..",
                        "dev.winnow.worker..",
                        "dev.winnow.infrastructure..",
                        "dev.winnow.testing..")
                .check(CLASSES);
    }

    @Test
    void ideasDoNotDependOnOneAnotherInCircles() {
        slices().matching("dev.winnow.articles.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyNeedsMeterRegistriesButTheMetrics() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ArticleMetrics.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(CLASSES);
    }
}
