package dev.concordat.schema.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class YamlMappingTest {

    @Test
    void readsEveryType() throws ContractException {
        String yaml =
                "text: a\nflag: true\nnumber: 17\nlist: [x, y]\nsub: {key: b}\nsubs: [{key: c}]\nnamed: {n: {key: d}, e: }\n";
        Object read = read(
                yaml,
                root -> List.of(
                        root.text("text"),
                        root.flag("flag"),
                        root.number("number"),
                        root.texts("list"),
                        root.mapping("sub").flatMap(sub -> sub.text("key")),
                        root.mappings("subs").get(0).text("key"),
                        named(root, "n"),
                        named(root, "e"),
                        root.place("sub").toString(),
                        root.keys().size()));
        assertEquals(
                List.of(
                        Optional.of("a"),
                        Optional.of(true),
                        Optional.of(17),
                        List.of("x", "y"),
                        Optional.of("b"),
                        Optional.of("c"),
                        Optional.of("d"),
                        Optional.empty(),
                        "f.yaml:5:1",
                        7),
                read);
    }

    @Test
    void answersAbsentForAKeyWithoutValue() throws ContractException {
        assertEquals(
                List.of(Optional.empty(), true, List.of(), Map.of()),
                read(
                        "a:\nb:\nc: ~\n",
                        root -> List.of(root.text("a"), root.has("a"), root.texts("b"), root.textsByName("c"))));
    }

    @Test
    void tellsEveryProblemInTheOrderOfTheFile() {
        ContractException e = assertThrows(
                ContractException.class,
                () -> read("a: [[1]]\nzz: 1\nb: x\nc: 99999999999\nd: {e: 1, ff: 2}\n", root -> {
                    root.number("c");
                    root.flag("b");
                    root.texts("a");
                    root.requiredText("name");
                    return root.mapping("d").orElseThrow().text("e");
                }));
        assertEquals(Failure.CONFIGURATION, e.failure());
        assertEquals("""
                f.yaml:1:1: "name" is not set.
                f.yaml:1:5: "a" must be text, not a list.
                f.yaml:2:1: Unknown key "zz". Keys here: a, b, c, d, name.
                f.yaml:3:4: "b" must be true or false, not text.
                f.yaml:4:1: "c" is out of range.
                f.yaml:5:8: "e" must be text, not a number. Put it in quotes.
                f.yaml:5:11: Unknown key "ff". Keys here: e.""", e.getMessage());
    }

    @Test
    void answersSuggestionsForNearWordsOnly() {
        List<String> known = List.of("modules", "version", "breaking", "name");
        assertEquals(" Did you mean \"modules\"?", Suggestions.didYouMean("modulez", known));
        assertEquals(" Did you mean \"breaking\"?", Suggestions.didYouMean("braeking", known));
        assertEquals(" Did you mean \"name\"?", Suggestions.didYouMean("Nmae", known));
        assertEquals("", Suggestions.didYouMean("dependencies", known));
        assertEquals("", Suggestions.didYouMean("x".repeat(100_000), known));
        assertEquals("", Suggestions.didYouMean("", known));
    }

    private static Optional<String> named(YamlMapping root, String name) {
        return Optional.ofNullable(root.mappingsByName("named").get(name)).flatMap(named -> named.text("key"));
    }

    private static <T> T read(String yaml, Function<YamlMapping, T> reader) throws ContractException {
        return YamlMapping.read("f.yaml", yaml.getBytes(UTF_8), reader);
    }
}
