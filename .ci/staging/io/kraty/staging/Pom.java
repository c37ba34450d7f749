package io.kraty.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM as a tree, and what a repository asks of one. */
final class Pom {
    /** How something is built is nobody's business who only uses it; repositories refuse some of it. */
    private static final List<String> UNWANTED = List.of(
            "parent",
            "modules",
            "properties",
            "build",
            "reporting",
            "profiles",
            "repositories",
            "pluginRepositories",
            "distributionManagement");

    private static final List<String> WANTED = List.of(
            "modelVersion",
            "groupId",
            "artifactId",
            "version",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    private final String source;
    private final Element project;

    Pom(Path file) throws IOException {
        source = Files.readString(file);
        try {
            project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " is no XML", e);
        }
    }

    /** The text at a path of element names, empty if there is none. */
    String text(String path) {
        List<Element> found = all(project, path);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    /** That Gradle is told to read something else. */
    boolean pointsToGradleMetadata() {
        return source.contains("do_not_remove: published-with-gradle-metadata");
    }

    /** Says what a repository, or who depends on it, would not like. */
    void judge(List<String> wrong) {
        WANTED.stream().filter(path -> text(path).isEmpty()).forEach(path -> wrong.add("has no " + path));
        UNWANTED.stream().filter(name -> !all(project, name).isEmpty()).forEach(name -> wrong.add("has " + name));
        if (source.contains("${")) {
            wrong.add("has a ${…} that nobody fills in");
        }
        boolean released = !text("version").endsWith("-SNAPSHOT");
        List<Element> dependencies = new ArrayList<>(all(project, "dependencies/dependency"));
        dependencies.addAll(all(project, "dependencyManagement/dependencies/dependency"));
        for (Element dependency : dependencies) {
            String artifact = child(dependency, "artifactId");
            String version = child(dependency, "version");
            if (version.isEmpty()) {
                wrong.add("asks for " + artifact + " without saying which");
            }
            if (released && version.endsWith("-SNAPSHOT")) {
                wrong.add("is a release and asks for " + artifact + " " + version);
            }
            if (List.of("test", "provided", "system").contains(child(dependency, "scope"))) {
                wrong.add("asks for " + artifact + ", which only its build needs");
            }
            if (child(dependency, "groupId").equals("io.kraty")) {
                if (!Published.MODULES.containsKey(artifact)) {
                    wrong.add("asks for " + artifact + ", which is not published");
                }
                if (!version.equals(text("version"))) {
                    wrong.add("asks for another version of " + artifact);
                }
            }
        }
    }

    private static String child(Element of, String name) {
        List<Element> found = all(of, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> all(Element from, String path) {
        List<Element> found = List.of(from);
        for (String name : path.split("/")) {
            List<Element> next = new ArrayList<>();
            for (Element element : found) {
                for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element child && child.getTagName().equals(name)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }
}
