package io.kraty.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows a link arrives. Those to elsewhere are not followed: the build needs nothing from the network but artifacts. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:Test|IT))`");

    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLink_leadsToAFileOrAHeading(Path page) {
        List<String> dead = links(page).stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(page, link))
                .toList();

        assertEquals(List.of(), dead);
    }

    @Test
    void deadLinks_areFound() {
        assertTrue(leadsSomewhere(Pages.README, "#install"));
        assertTrue(leadsSomewhere(Pages.README, "tests/sandbox/README.md#null-and-absent"));
        assertTrue(!leadsSomewhere(Pages.README, "#instal"));
        assertTrue(!leadsSomewhere(Pages.README, "overlay/docs/nothing.md"));
        assertTrue(!leadsSomewhere(Pages.README, "tests/sandbox/README.md#nothing"));
    }

    @Test
    void everyGuide_isOnTheMap() {
        List<Path> guides = Pages.all().stream()
                .filter(page -> page.startsWith(Pages.GUIDES))
                .toList();
        List<Path> map = links(Pages.README).stream()
                .map(link -> Pages.ROOT.resolve(link.replaceAll("#.*", "")).normalize())
                .toList();

        assertTrue(guides.size() > 10, guides::toString);
        assertEquals(
                List.of(),
                guides.stream()
                        .filter(guide -> !map.contains(guide.normalize()))
                        .toList());
    }

    @Test
    void everyTestThatIsNamedBesideAClaim_isThere() throws Exception {
        List<String> named = TEST_NAME
                .matcher(Pages.text(Pages.README))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> missing = new ArrayList<>(named);
        try (Stream<Path> files = Files.walk(Pages.ROOT.resolve("tests"))) {
            missing.removeAll(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet()));
        }
        assertTrue(named.size() > 3, named::toString);
        assertEquals(List.of(), missing);
    }

    @Test
    void frontPage_isShort() {
        long lines = Pages.text(Pages.README).lines().count();

        assertTrue(lines <= 200, lines + " lines: what does not get a newcomer going belongs into a guide");
    }

    private static List<String> links(Path page) {
        return LINK.matcher(Pages.prose(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    /** As the hosts of repositories make them of headings. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(Pages.prose(page))
                .results()
                .map((MatchResult found) -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
