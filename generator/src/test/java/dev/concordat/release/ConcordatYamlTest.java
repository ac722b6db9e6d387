package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.generate.ProjectInfo;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.ModuleConfig;
import dev.concordat.schema.source.DirectoryTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcordatYamlTest {
    private static final String REQUIRED = "version: v1\ngroup: com.example\n";

    @Test
    void hasDefaults() throws ContractException {
        ConcordatYaml yaml = parse(REQUIRED);
        assertEquals("main", yaml.branch());
        assertEquals(11, yaml.javaRelease());
        assertEquals(false, yaml.releasesRequired());
        assertEquals(ProjectInfo.none(), yaml.project());
        assertEquals(
                new ContractModule(
                        "billing-invoices",
                        "contracts/billing/invoices",
                        "com.example",
                        "proto-billing-invoices",
                        "grpc-billing-invoices"),
                yaml.named("contracts/billing/invoices"));
    }

    @Test
    void readsEverything() throws ContractException {
        ConcordatYaml yaml = parse(REQUIRED + """
                branch: trunk
                releases: required
                java-release: 17
                project:
                  url: https://example.com/contracts
                  scm: https://example.com/contracts.git
                  licence: {name: MIT, url: "https://example.com/licence"}
                  changelog: https://example.com/changes
                modules:
                  options:
                    id: options
                    group: org.example
                    artifact: example-options
                """);
        assertEquals("trunk", yaml.branch());
        assertEquals(true, yaml.releasesRequired());
        assertEquals(17, yaml.javaRelease());
        assertEquals(
                Optional.of("https://example.com/contracts"), yaml.project().url());
        assertEquals(
                Optional.of(new ProjectInfo.License("MIT", "https://example.com/licence")),
                yaml.project().license());
        assertEquals(
                new ContractModule("options", "options", "org.example", "example-options", "grpc-options"),
                yaml.named("options"));
    }

    @Test
    void namesEveryMistakeAndItsPlace() {
        assertRefused("""
                version: v3
                group: com/example
                brnch: main
                releases: never
                java-release: 8
                project:
                  url: javascript:alert(1)
                  licence: {name: MIT}
                modules:
                  options: {idd: options}
                """, """
                concordat.yaml:1:1: Unknown version "v3" of concordat.yaml. Write v1.
                concordat.yaml:2:1: "com/example" cannot be part of Maven coordinates. Use letters, digits and "_", with single dots or hyphens between.
                concordat.yaml:3:1: Unknown key "brnch". Did you mean "branch"?
                concordat.yaml:4:1: "releases" can only be "required". Or leave it out.
                concordat.yaml:5:1: Stubs are compiled for Java 11 to 25, not 8. The oldest Java of a consumer decides.
                concordat.yaml:7:3: "javascript:alert(1)" is no address. Write "https://" and the rest.
                concordat.yaml:8:12: "url" is not set.
                concordat.yaml:10:13: Unknown key "idd". Did you mean "id"?""");
    }

    @Test
    void takesAnEmptyTextForNone() {
        assertRefused("""
                version: ""
                group: ""
                imports:
                  buf.build/acme/common: {maven: ""}
                """, """
                concordat.yaml:1:1: "version" is not set.
                concordat.yaml:2:1: "group" is not set.
                concordat.yaml:4:27: "maven" is not set.""");
    }

    @Test
    void readsImportsAsStrictly() throws ContractException {
        String jar = "imports:\n  buf.build/acme/common:\n    maven: com.acme:common:1.4.0\n";
        assertEquals("main", parse(REQUIRED + jar).branch());
        assertRefused(REQUIRED + """
                imports:
                  common: {maven: "com.acme:common:1.4.0"}
                  buf.build/acme/common: {maven: "com.acme:common", sha256: "5"}
                  buf.build/acme/base: {mavn: "com.acme:common:1.4.0"}
                """, """
                concordat.yaml:4:11: "common" is no name of a module. Write registry/owner/module, as deps of buf.yaml has it.
                concordat.yaml:5:27: "com.acme:common" are no Maven coordinates. Write group:artifact:version.
                concordat.yaml:5:53: "5" is no SHA-256 digest. Run "concordat fetch --update", which writes it: 64 digits and letters a to f.
                concordat.yaml:6:24: "maven" is not set.
                concordat.yaml:6:25: Unknown key "mavn". Did you mean "maven"?""");
    }

    @Test
    void saysWhatToWriteWhenItIsMissing(@TempDir Path directory) {
        ContractException refused = assertThrows(
                ContractException.class, () -> ConcordatYaml.read(new DirectoryTree(directory, ""), "../"));
        assertEquals(Failure.CONFIGURATION, refused.failure());
        assertEquals(
                "../concordat.yaml: There is no concordat.yaml, so the contracts have no Maven group. Write three lines at the top of the git repository, beside "
                        + "buf.yaml: \"version: v1\", \"group: com.example.contracts\" and \"branch: main\".",
                refused.getMessage());
    }

    @Test
    void refusesIdsThatCannotBeOrAreTaken() {
        ContractException refused = assertThrows(
                ContractException.class,
                () -> ModuleNaming.of(
                        buf(
                                "contracts/a/b",
                                "contracts/a-b",
                                "contracts/Upper",
                                "contracts/contracts-bom",
                                "contracts/c",
                                "."),
                        parse(REQUIRED + "modules:\n  contracts/d: {id: c}\n  contracts/c: {artifact: proto-a-b}\n")));
        assertEquals("""
                buf.yaml:4:5: The id a-b belongs to module "contracts/a/b" and to module "contracts/a-b". Give one of them another name under "modules" in concordat.yaml.
                buf.yaml:4:5: The artifact com.example:proto-a-b belongs to module "contracts/a/b" and to module "contracts/a-b". Give one of them another name under "modules" in concordat.yaml.
                buf.yaml:4:5: The artifact com.example:grpc-a-b belongs to module "contracts/a/b" and to module "contracts/a-b". Give one of them another name under "modules" in concordat.yaml.
                buf.yaml:5:5: "Upper" cannot be the id of module "contracts/Upper". Ids are lower-case letters, digits and hyphens. Write "id:" under "contracts/Upper" in "modules" of concordat.yaml.
                buf.yaml:6:5: The id "contracts-bom" of module "contracts/contracts-bom" is concordat's own. Choose another. Write "id:" under "contracts/contracts-bom" in "modules" of concordat.yaml.
                concordat.yaml:5:16: The artifact com.example:proto-a-b belongs to module "contracts/a/b" and to module "contracts/c". Give one of them another name under "modules" in concordat.yaml.
                buf.yaml:8:5: "." cannot be the id of module ".". Ids are lower-case letters, digits and hyphens. Write "id:" under "." in "modules" of concordat.yaml.
                concordat.yaml:4:16: "contracts/d" is no module of buf.yaml. Did you mean "contracts/c"?""", refused.getMessage());
    }

    @Test
    void asksForModulesWhereThereIsNoBufYaml() throws ContractException {
        List<ModuleConfig> all = BufYaml.withoutFile("buf.yaml").modules();
        ContractException refused = assertThrows(ContractException.class, () -> ModuleNaming.of(all, parse(REQUIRED)));
        assertEquals(
                "buf.yaml: There is no buf.yaml at the top of the git repository, so all of it is one module, which has no id. Write a buf.yaml there whose "
                        + "\"modules\" names the directories of the modules, also where one of them has a buf.yaml. Where it is one module, write \"id:\" under \".\" "
                        + "in \"modules\" of concordat.yaml.",
                refused.getMessage());
        assertEquals(
                "shop",
                ModuleNaming.of(all, parse(REQUIRED + "modules:\n  .: {id: shop}\n"))
                        .get(0)
                        .id());
    }

    @Test
    void namesOurOwnModules() throws IOException, ContractException {
        DirectoryTree root = new DirectoryTree(Path.of("..").toAbsolutePath().normalize(), "");
        List<ContractModule> modules =
                ModuleNaming.of(BufYaml.read(root, BufYaml.FILE).modules(), ConcordatYaml.read(root, ""));
        assertEquals(
                new ContractModule("options", "options", "dev.concordat", "concordat-options", "grpc-options"),
                modules.get(0));
    }

    private static List<ModuleConfig> buf(String... paths) throws ContractException {
        StringBuilder text = new StringBuilder("version: v2\nmodules:\n");
        List.of(paths).forEach(path -> text.append("  - path: ").append(path).append('\n'));
        return BufYaml.parse("buf.yaml", text.toString().getBytes(StandardCharsets.UTF_8))
                .modules();
    }

    private static ConcordatYaml parse(String text) throws ContractException {
        return ConcordatYaml.parse("concordat.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String message) {
        ContractException refused = assertThrows(ContractException.class, () -> parse(text));
        assertEquals(Failure.CONFIGURATION, refused.failure());
        assertEquals(message, refused.getMessage());
    }
}
