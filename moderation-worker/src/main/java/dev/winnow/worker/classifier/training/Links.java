package dev.winnow.worker.classifier.training;

import java.util.Random;

/** Links as harmless comments hold them. */
final class Links {

    private static final String[] HOSTS = {
        "arxiv.org/abs/",
        "en.wikipedia.org/wiki/",
        "zh.wikipedia.org/wiki/",
        "github.com/",
        "stackoverflow.com/questions/",
        "www.zhihu.com/question/",
        "www.bilibili.com/video/",
        "www.youtube.com/watch?v=",
        "docs.python.org/3/library/",
        "www.bbc.com/news/",
        "www.nature.com/articles/",
        "mp.weixin.qq.com/s/",
        "baike.baidu.com/item/",
        "doi.org/10.",
        "www.gov.cn/zhengce/",
        "medium.com/p/",
        "news.sina.com.cn/c/",
        "pypi.org/project/",
        "localhost:8080/",
        "127.0.0.1:5000/"
    };
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_/.";

    private Links() {}

    /** A text with a link before, behind or in its middle. */
    static String put(String text, Random random) {
        var link = new StringBuilder(random.nextInt(5) == 0 ? "" : random.nextInt(4) == 0 ? "http://" : "https://");
        link.append(HOSTS[random.nextInt(HOSTS.length)]);
        for (int i = random.nextInt(14); i >= 0; i--) {
            link.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        int place = random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? text.length() : text.length() / 2;
        return text.substring(0, place) + " " + link + " " + text.substring(place);
    }
}
