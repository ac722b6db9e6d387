package dev.concordat.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads JUnit's XML back with the parser of the JDK. */
final class HostileXml extends DefaultHandler {
    private static final SAXParser PARSER = parser();

    private final List<String> read = new ArrayList<>();

    private HostileXml() {}

    /** Checks that the suites, the cases and their messages are those that were meant, and that there is nothing else. */
    static void check(Report report, String xml) {
        assertEquals(expected(report), read(xml), xml);
        assertEquals(List.of(), RunnerCommands.of(xml), xml);
    }

    /** The elements with their attributes, sorted, and what text there is. */
    static List<String> read(String xml) {
        HostileXml handler = new HostileXml();
        try {
            PARSER.parse(new InputSource(new StringReader(xml)), handler);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(xml, e);
        }
        return handler.read;
    }

    private static List<String> expected(Report report) {
        Map<String, List<Entry>> suites = new LinkedHashMap<>();
        report.entries()
                .forEach(entry -> suites.computeIfAbsent(entry.shownPath(), path -> new ArrayList<>())
                        .add(entry));
        List<String> expected = new ArrayList<>(List.of("testsuites"));
        suites.forEach((path, entries) -> {
            String name = path.replaceFirst("(?s)\\.proto$", "");
            expected.add("testsuite errors=0 failures=%1$d name=%2$s tests=%1$d".formatted(entries.size(), name));
            for (Entry entry : entries) {
                String position = entry.shownSpan().start().line() + "_"
                        + entry.shownSpan().start().column();
                expected.add("testcase name=" + entry.type() + (entry.path().isPresent() ? "_" + position : ""));
                expected.add("failure message=%s:%s:%s type=%s"
                        .formatted(path, position.replace('_', ':'), entry.message(), entry.type()));
            }
        });
        return expected;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        Map<String, String> sorted = new java.util.TreeMap<>();
        for (int at = 0; at < attributes.getLength(); at++) {
            sorted.put(attributes.getQName(at), attributes.getValue(at));
        }
        StringBuilder text = new StringBuilder(name);
        sorted.forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
        read.add(text.toString());
    }

    @Override
    public void characters(char[] text, int start, int length) {
        String content = new String(text, start, length).strip();
        if (!content.isEmpty()) {
            read.add("text " + content);
        }
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
