package dev.concordat.schema.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the options, defaults and JSON names of {@code x.proto} in the folders below {@code link/} that have an {@code options.txt} with it; custom
 * options are printed by the numbers and types of their encoding. {@code -Dgolden.update} writes it anew. Where a protoc is at hand, it must have
 * encoded the same.
 */
final class OptionBytesTest {
    private static final Path ROOT = Path.of("src/test/resources/link");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("options.txt")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void encodesOptions(Path folder) throws IOException {
        Path expected = folder.resolve("options.txt");
        String ours = ours(folder);
        if (UPDATE) {
            Files.writeString(expected, ours);
        }
        assertEquals(Files.readString(expected), ours, folder.toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void encodesOptionsAsProtocDoes(Path folder, @TempDir Path scratch) throws IOException, InterruptedException {
        Path protoc = Path.of(System.getProperty("protoc", "protoc")).toAbsolutePath();
        if (!Files.exists(protoc)) {
            System.out.println("No protoc at hand to compare " + folder + " with.");
            return;
        }
        if (!Files.isExecutable(protoc) && !protoc.toFile().setExecutable(true)) {
            throw new IOException(protoc + " cannot be made executable.");
        }
        List<ContractFile> files = files(folder);
        List<ContractFile> all = new ArrayList<>(BuiltInContracts.importedBy(files));
        all.addAll(files);
        for (ContractFile file : all) {
            Path target = scratch.resolve(file.importPath());
            Files.createDirectories(target.getParent());
            Files.write(target, file.text().bytes());
        }
        Process process = new ProcessBuilder(
                        protoc.toString(), "-I.", "--retain_options", "--descriptor_set_out=image.binpb", "x.proto")
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor(), folder.toString());
        FileDescriptorSet image = FileDescriptorSet.parseFrom(Files.readAllBytes(scratch.resolve("image.binpb")));
        assertEquals(print(image.getFile(0)), ours(folder), folder.toString());
    }

    private static String ours(Path folder) throws IOException {
        LinkResult result = Linker.link(files(folder));
        assertEquals(List.of(), result.problems(), folder.toString());
        for (LinkedFile file : result.files()) {
            if (file.path().equals("x.proto")) {
                return print(DescriptorWriter.write(file).build());
            }
        }
        throw new IOException(folder + " has no x.proto.");
    }

    private static List<ContractFile> files(Path folder) throws IOException {
        List<ContractFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(path -> path.toString().endsWith(".proto"))
                    .sorted()
                    .toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.add(new ContractFile(path, Optional.of("."), new SourceText(path, Files.readAllBytes(file))));
            }
        }
        return files;
    }

    private static String print(FileDescriptorProto file) {
        StringBuilder text = new StringBuilder();
        line(text, "file", file.getOptions());
        file.getMessageTypeList().forEach(message -> print(text, message));
        file.getEnumTypeList().forEach(enumType -> print(text, enumType));
        file.getExtensionList().forEach(extension -> print(text, "extension", extension));
        file.getServiceList().forEach(service -> {
            line(text, "service " + service.getName(), service.getOptions());
            service.getMethodList().forEach(rpc -> line(text, "rpc " + rpc.getName(), rpc.getOptions()));
        });
        return text.toString();
    }

    private static void print(StringBuilder text, DescriptorProto message) {
        line(text, "message " + message.getName(), message.getOptions());
        message.getFieldList().forEach(field -> print(text, "field", field));
        message.getOneofDeclList().forEach(oneof -> line(text, "oneof " + oneof.getName(), oneof.getOptions()));
        message.getExtensionRangeList().forEach(range -> line(text, "range " + range.getStart(), range.getOptions()));
        message.getExtensionList().forEach(extension -> print(text, "extension", extension));
        message.getEnumTypeList().forEach(enumType -> print(text, enumType));
        message.getNestedTypeList().forEach(nested -> print(text, nested));
    }

    private static void print(StringBuilder text, EnumDescriptorProto enumType) {
        line(text, "enum " + enumType.getName(), enumType.getOptions());
        enumType.getValueList().forEach(value -> line(text, "value " + value.getName(), value.getOptions()));
    }

    private static void print(StringBuilder text, String what, FieldDescriptorProto field) {
        line(text, what + " " + field.getName(), field.getOptions());
        if (field.hasDefaultValue()) {
            text.append(what).append(' ').append(field.getName()).append(" default ");
            text.append(TextFormat.escapeBytes(field.getDefaultValueBytes())).append('\n');
        }
        if (!field.getJsonName().equals(FieldNames.json(field.getName()))) {
            text.append(what)
                    .append(' ')
                    .append(field.getName())
                    .append(" json ")
                    .append(field.getJsonName());
            text.append('\n');
        }
    }

    private static void line(StringBuilder text, String what, Message options) {
        if (!options.equals(options.getDefaultInstanceForType())) {
            text.append(what).append(": ");
            text.append(TextFormat.printer().emittingSingleLine(true).printToString(options))
                    .append('\n');
        }
    }
}
