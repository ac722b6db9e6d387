package dev.concordat.cli;

import static dev.concordat.cli.ScratchRegistry.ROUTE_GUIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.cli.ScratchRegistry.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/export");

    @TempDir
    private Path directory;

    private ScratchRegistry registry;

    @BeforeEach
    void takeTheContracts() throws IOException, InterruptedException {
        registry = ScratchRegistry.create(directory.resolve("a"));
    }

    @Test
    void copiesFilesWithTheirImports() throws IOException {
        export("out");
        assertEquals(
                List.of(
                        "buf/validate/validate.proto",
                        "concordat/options/v1/rpc.proto",
                        "routeguide/v1/route_guide.proto"),
                files("out"));
        assertEquals(
                Files.readString(registry.directory().resolve(ROUTE_GUIDE)),
                read("out/routeguide/v1/route_guide.proto"));
    }

    @Test
    void importsAndOtherPathsCanStayBehind() throws IOException {
        export("own", "--exclude-imports");
        assertEquals(List.of("concordat/options/v1/rpc.proto", "routeguide/v1/route_guide.proto"), files("own"));
        export("options-only", "--path", "options");
        assertEquals(List.of("concordat/options/v1/rpc.proto"), files("options-only"));
    }

    @Test
    void aFileIsExportedWithItsPackageIfThatIsAsked() throws IOException {
        String second = ROUTE_GUIDE.replace("route_guide", "second");
        registry.write(second, "syntax = \"proto3\";\npackage routeguide.v1;\nmessage Second {}\n");
        export("one", second);
        assertEquals(List.of("routeguide/v1/second.proto"), files("one"));
        export("two", second + "#include_package_files=true", "--exclude-imports");
        assertEquals(List.of("routeguide/v1/route_guide.proto", "routeguide/v1/second.proto"), files("two"));
    }

    @Test
    void aTypeComesWithWhatItNeeds() throws IOException {
        export("out", "--type", "routeguide.v1.RouteGuideService/GetFeature");
        String exported = read("out/routeguide/v1/route_guide.proto");
        assertEquals(Files.readString(GOLDEN.resolve("get_feature.proto")), exported);
        assertCompiles("out");
    }

    /** Comments, custom options, reserved and extension ranges: what stays, stays to the last byte; what nothing needs goes. */
    @Test
    void prunesToTheLastByte() throws IOException {
        registry.write("buf.yaml", "version: v2\nmodules:\n  - path: shop\n");
        for (String name : List.of("shop/v1/order.proto", "shop/v1/options.proto", "shop/v1/hub.proto")) {
            registry.write(
                    "shop/" + name, Files.readString(GOLDEN.resolve("given").resolve(name)));
        }
        export("out", "--type", "shop.v1.OrderService.Place", "--type", "shop.v1.Outer.Wanted");
        for (String name : List.of("shop/v1/order.proto", "shop/v1/options.proto", "shop/v1/hub.proto")) {
            assertEquals(Files.readString(GOLDEN.resolve("expected").resolve(name)), read("out/" + name), name);
        }
        assertEquals(3, files("out").size());
        assertCompiles("out");
    }

    @Test
    void whatWireCannotReadIsExportedWholeAndSaid() throws IOException {
        registry.write("buf.yaml", "version: v2\nmodules:\n  - path: e\n");
        registry.write("e/e/v1/a.proto", """
                edition = "2023";
                package e.v1;
                import "e/v1/b.proto";
                message A { B b = 1; }
                message Unneeded {}
                """);
        registry.write("e/e/v1/b.proto", "edition = \"2023\";\npackage e.v1;\nmessage B {}\n");
        registry.write("e/e/v1/c.proto", "edition = \"2023\";\npackage e.v1;\nmessage C {}\n");
        Outcome outcome = registry.concordat("export", "-o", "out", "--type", "e.v1.A");
        assertEquals(0, outcome.status(), outcome.toString());
        assertTrue(
                outcome.err()
                        .startsWith(
                                "The files are exported whole, with all that they import; Wire, which finds what types need, cannot read them: "),
                outcome.err());
        assertTrue(outcome.err().contains("e/v1/"), outcome.err());
        assertEquals(List.of("e/v1/a.proto", "e/v1/b.proto"), files("out"));
        assertCompiles("out");
    }

    @Test
    void unknownTypesAreNamed() throws IOException {
        Outcome outcome = registry.concordat("export", "-o", "out", "--type", "routeguide.v1.Piont");
        assertEquals(1, outcome.status());
        assertEquals(
                "There is no message, enum, service or rpc \"routeguide.v1.Piont\". Did you mean \"routeguide.v1.Point\"? Write its full name: package.Message, package.Service or package.Service.Rpc.\n",
                outcome.err());
        assertTrue(Files.notExists(registry.directory().resolve("out")));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        export("out");
        export("out");
        registry.write("out/routeguide/v1/route_guide.proto", "// Mine.\n");
        Outcome outcome = registry.concordat("export", "-o", "out");
        assertEquals(1, outcome.status());
        assertEquals(
                "\"out\" exists and is not empty; nothing in it is overwritten. Name a new directory, or empty this one.\n",
                outcome.err());
        assertEquals("// Mine.\n", read("out/routeguide/v1/route_guide.proto"));
        Files.createDirectories(registry.directory().resolve("empty"));
        export("empty");
        assertEquals(3, files("empty").size());
        try (Stream<Path> entries = Files.list(registry.directory())) {
            assertTrue(entries.noneMatch(entry -> entry.toString().contains("concordat-export")));
        }
    }

    @Test
    void contractsThatDoNotCompileAreNotExported() throws IOException {
        registry.edit(ROUTE_GUIDE, text -> text.replace("int32 latitude = 1 [", "int33 latitude = 1 ["));
        Outcome outcome = registry.concordat("export", "-o", "out");
        assertEquals(100, outcome.status());
        assertTrue(outcome.out().startsWith(ROUTE_GUIDE + ":69:3: "), outcome.out());
        assertFalse(Files.exists(registry.directory().resolve("out")));
        export("out", "--exclude-imports");
        assertEquals(1, registry.concordat("export").status());
        assertEquals(
                1,
                registry.concordat("export", "-o", "x", "--type", "a", "--path", "options")
                        .status());
    }

    private void export(String out, String... flags) {
        String[] arguments = java.util.Arrays.copyOf(new String[] {"export", "-o", out}, flags.length + 3);
        System.arraycopy(flags, 0, arguments, 3, flags.length);
        assertEquals(new Outcome(0, "", ""), registry.concordat(arguments));
    }

    /** The real protoc, and our own compiler, accept what was exported. */
    private void assertCompiles(String out) throws IOException {
        registry.write(out + "/concordat.lock", read("concordat.lock"));
        assertEquals(new Outcome(0, "", ""), registry.concordat("build", out));
        assertEquals(new Outcome(0, "", ""), registry.concordat("build", out, "--with-protoc"));
    }

    private String read(String path) throws IOException {
        return Files.readString(registry.directory().resolve(path));
    }

    private List<String> files(String out) throws IOException {
        Path root = registry.directory().resolve(out);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
