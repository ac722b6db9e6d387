package dev.concordat.check.change;

import static dev.concordat.check.change.ChangedContracts.compile;
import static dev.concordat.check.change.ChangedContracts.descriptions;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contracts of others can have through files that they import. */
final class PassedOnTest {
    @Test
    void listsWhatOtherFilesMayUseNoMore() throws ContractException {
        String types =
                "message Order { message Part { message Size { } } enum Kind { KIND_UNSPECIFIED = 0; } map<string, string> notes = 2; } "
                        + "enum Color { COLOR_UNSPECIFIED = 0; }";
        Schema before = compile(Map.of("a.proto", "edition = \"2023\"; package p; " + types));
        String now = "edition = \"2024\"; package p; ";
        assertEquals(
                List.of(told("message p.Order.Part"), told("enum p.Order.Kind")),
                descriptions(Changes.between(before, compile(Map.of("a.proto", now + types)), ".")));
        assertEquals(
                List.of(told("message p.Order"), told("enum p.Color")),
                descriptions(Changes.between(
                        before,
                        compile(Map.of(
                                "a.proto",
                                now
                                        + types.replace("message Order", "local message Order")
                                                .replace("enum Color", "local enum Color"))),
                        ".")));
        String allExported = now + "option features.default_symbol_visibility = EXPORT_ALL; " + types;
        String allLocal = now + "option features.default_symbol_visibility = LOCAL_ALL; " + types;
        assertEquals(List.of(), descriptions(Changes.between(before, compile(Map.of("a.proto", allExported)), ".")));
        assertEquals(
                List.of(told("message p.Order"), told("enum p.Color")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", allExported)), compile(Map.of("a.proto", allLocal)), ".")));
        assertEquals(
                List.of(),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", allLocal)), compile(Map.of("a.proto", allExported)), ".")));
    }

    @Test
    void listsWhatAFileKeepsForItselfByDefaultAlone() throws ContractException {
        String types = "message Order { message Part { } message Size { } }";
        String features = "option features.field_presence = IMPLICIT; ";
        assertEquals(
                List.of(told("message Order.Part")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", "edition = \"2023\"; " + features + types)),
                        compile(Map.of(
                                "a.proto",
                                "edition = \"2024\"; " + features
                                        + types.replace("message Size", "export message Size"))),
                        ".")));
    }

    private static String told(String type) {
        return type + " is local to its file now, so that contracts of others that use it no longer compile";
    }

    @Test
    void listsWhatFilesNoLongerPassOn() throws ContractException {
        String size = "syntax = \"proto2\"; package q; message Size { } ";
        String page = "syntax = \"proto2\"; import public \"size.proto\"; ";
        String shop = "syntax = \"proto2\"; import public \"page.proto\"; ";
        Schema before = compile(Map.of("page.proto", page, "shop.proto", shop, "size.proto", size));
        for (String plain : List.of("import \"page.proto\";", "")) {
            assertEquals(
                    List.of(passesOnNoMore("shop.proto", "page.proto", "message q.Size")),
                    descriptions(Changes.between(
                            before,
                            compile(Map.of(
                                    "page.proto",
                                    page,
                                    "shop.proto",
                                    "syntax = \"proto2\"; " + plain,
                                    "size.proto",
                                    size)),
                            ".")));
        }
        // Told once, where the import was.
        assertEquals(
                List.of(passesOnNoMore("page.proto", "size.proto", "message q.Size")),
                descriptions(Changes.between(
                        before,
                        compile(Map.of(
                                "page.proto", page.replace("public ", ""), "shop.proto", shop, "size.proto", size)),
                        ".")));
        String timestamp = "syntax = \"proto3\"; import public \"google/protobuf/timestamp.proto\";";
        assertEquals(
                List.of(passesOnNoMore(
                        "a.proto", "google/protobuf/timestamp.proto", "message google.protobuf.Timestamp")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", timestamp)),
                        compile(Map.of("a.proto", "syntax = \"proto3\";")),
                        ".")));
    }

    @Test
    void listsWhatFilesPassOnNow() throws ContractException {
        String head = "syntax = \"proto2\"; ";
        String size = head + "package q; message Size { } ";
        String shop = head + "import public \"page.proto\"; ";
        Map<String, String> after =
                Map.of("page.proto", head + "import public \"size.proto\"; ", "shop.proto", shop, "size.proto", size);
        for (String plain : List.of("import \"size.proto\"; ", "")) {
            // Told once, where the import is.
            Changes changes = Changes.between(
                    compile(Map.of("page.proto", head + plain, "shop.proto", shop, "size.proto", size)),
                    compile(after),
                    ".");
            assertEquals(List.of(passesOnNow("page.proto", "size.proto", "message q.Size")), descriptions(changes));
            assertEquals(Change.Kind.ADDED, changes.changes().get(0).kind());
            assertEquals(head.length(), changes.changes().get(0).location().start());
        }
        assertEquals(
                List.of(passesOnNow("a.proto", "google/protobuf/timestamp.proto", "message google.protobuf.Timestamp")),
                descriptions(Changes.between(
                        compile(Map.of("a.proto", head)),
                        compile(Map.of("a.proto", head + "import public \"google/protobuf/timestamp.proto\";")),
                        ".")));
        // What is new is told as new.
        assertEquals(
                List.of("file size.proto added", "message q.Size added"),
                descriptions(
                        Changes.between(compile(Map.of("page.proto", head, "shop.proto", shop)), compile(after), ".")));
        // What the file declared itself came through it before.
        assertEquals(
                List.of("file size.proto added"),
                descriptions(
                        Changes.between(compile(Map.of("page.proto", size, "shop.proto", shop)), compile(after), ".")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enum Kind { NONE = 0; }                                            | enum q.Kind      | enum q.Kind added
            import "size.proto"; extend q.Size { optional string unit = 100; } | extension q.unit | extension q.unit = 100 of q.Size added
            """)
    void listsWhateverItIsThatFilesPassOn(String declaration, String passedOn, String added) throws ContractException {
        String head = "syntax = \"proto2\"; package q; ";
        String plain = head + "import \"google/protobuf/any.proto\"; ";
        String size = "message Size { extensions 100 to 200; } extend Size { optional string other = 101; }";
        Map<String, String> before =
                Map.of("page.proto", head + declaration, "shop.proto", plain, "size.proto", head + size);
        Map<String, String> after = new TreeMap<>(before);
        after.put("shop.proto", plain + "import public \"page.proto\";");
        Changes changes = Changes.between(compile(before), compile(after), ".");
        assertEquals(List.of(passesOnNow("shop.proto", "page.proto", passedOn)), descriptions(changes));
        assertEquals(plain.length(), changes.changes().get(0).location().start());
        // What is new is told as new.
        Map<String, String> without = new TreeMap<>(before);
        without.put("page.proto", head);
        assertEquals(List.of(added), descriptions(Changes.between(compile(without), compile(after), ".")));
    }

    @Test
    void listsNothingThatFilesPassOnInAnotherWay() throws ContractException {
        String head = "syntax = \"proto2\"; ";
        String size = head + "package q; message Size { extensions 100; } extend Size { optional string unit = 100; }";
        Map<String, String> through = Map.of(
                "page.proto",
                head + "import public \"sizes.proto\";",
                "empty.proto",
                head,
                "shop.proto",
                head + "import public \"page.proto\"; import public \"empty.proto\";",
                "sizes.proto",
                size);
        Map<String, String> direct = new TreeMap<>(through);
        direct.put("shop.proto", head + "import public \"sizes.proto\";");
        assertEquals(List.of(), descriptions(Changes.between(compile(through), compile(direct), ".")));
        Map<String, String> declared = new TreeMap<>(through);
        declared.put("shop.proto", size);
        declared.put("sizes.proto", head);
        assertEquals(List.of(), descriptions(Changes.between(compile(through), compile(declared), ".")));
        // Rules tell what is gone for everyone.
        Map<String, String> gone = new TreeMap<>(through);
        gone.put("shop.proto", head);
        gone.put("sizes.proto", head);
        assertEquals(List.of(), descriptions(Changes.between(compile(through), compile(gone), ".")));
    }

    private static String passesOnNow(String file, String imported, String what) {
        return "file %s imports %s publicly now, so that contracts of others may have %s through it"
                .formatted(file, imported, what);
    }

    private static String passesOnNoMore(String file, String imported, String type) {
        return "file %s imports %s publicly no more, so that contracts of others that have %s through it no longer compile"
                .formatted(file, imported, type);
    }
}
