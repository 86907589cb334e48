package dev.winnow.articles.page;

import static dev.winnow.articles.page.ArticleText.Kind.HEADING;
import static dev.winnow.articles.page.ArticleText.Kind.LIST;
import static dev.winnow.articles.page.ArticleText.Kind.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.articles.page.ArticleText.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleTextTest {

    @Test
    void linesAreParagraphsListsAndHeadings() {
        assertThat(ArticleText.blocks("开头\n\n## 算法\r\n- 一\n- 二\n结尾 - 不是列表"))
                .containsExactly(
                        new Block(PARAGRAPH, List.of("开头")),
                        new Block(HEADING, List.of("算法")),
                        new Block(LIST, List.of("一", "二")),
                        new Block(PARAGRAPH, List.of("结尾 - 不是列表")));
    }

    @Test
    void emptyLinesAreNothing() {
        assertThat(ArticleText.blocks(" \n\n\t")).isEmpty();
    }
}
