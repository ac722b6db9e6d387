package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Message;
import dev.concordat.schema.Position;
import dev.concordat.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageRoundTripTest {
    private static final List<String> FORMATS = List.of(
            "a.binpb",
            "a.bin",
            "a.binpb.gz",
            "a.binpb.zst",
            "a.json",
            "a.json.gz",
            "a.json.zst",
            "a.txtpb",
            "a.txtpb.gz",
            "a.yaml");

    @Test
    void anImageSaysWhatItsSourcesSaid() throws IOException, ContractException {
        for (List<ContractFile> files : List.of(TestContracts.ours(), TestContracts.hard(), builtIn())) {
            Schema schema = TestContracts.compile(files);
            for (String name : FORMATS) {
                byte[] image = write(name, schema.image(paths(files)));
                SchemaText.assertAlike(schema, read(name, image));
                assertArrayEquals(image, write(name, schema.image(paths(files))), "The same image has the same bytes.");
            }
        }
    }

    @Test
    void theOrderOfTheFilesDoesNotMatter() throws IOException, ContractException {
        FileDescriptorSet image = hardImage();
        List<FileDescriptorProto> files = new ArrayList<>(image.getFileList());
        Collections.reverse(files);
        FileDescriptorSet reversed =
                FileDescriptorSet.newBuilder().addAllFile(files).build();
        SchemaText.assertAlike(ImageReader.read(image), ImageReader.read(reversed));
    }

    /** Another compiler's descriptor.proto has other fields than the one that protobuf-java has. */
    @Test
    void theDescriptorsOfAnImageAreItsOwn() throws IOException, ContractException {
        FileDescriptorSet.Builder image = hardImage().toBuilder();
        FileDescriptorProto.Builder descriptors = image.getFileBuilderList().stream()
                .filter(file -> file.getName().equals(BuiltInContracts.DESCRIPTOR))
                .findFirst()
                .orElseThrow();
        DescriptorProto.Builder field = descriptors.getMessageTypeBuilderList().stream()
                .filter(message -> message.getName().equals("FieldDescriptorProto"))
                .findFirst()
                .orElseThrow();
        field.removeField(0);
        assertEquals(
                field.getFieldList().stream()
                        .map(written -> written.getType().name())
                        .toList(),
                ImageReader.read(image.build())
                        .message("google.protobuf.FieldDescriptorProto")
                        .orElseThrow()
                        .fields()
                        .stream()
                        .map(read -> "TYPE_" + read.type().value().kind().name())
                        .toList());
    }

    /** As in those of protoc, there is nothing of the inside of an aggregate in images of ours. */
    @Test
    void whatStandsInAnAggregateIsWhereThatIs() throws IOException, ContractException {
        List<ContractFile> files = List.of(TestContracts.file("a.proto", """
                edition = "2024";
                import option "google/protobuf/java_features.proto";
                message M {
                  option features = { [pb.java] { nest_in_file_class: YES } };
                  string a = 2 [deprecated = true, features = { utf8_validation: NONE }];
                }
                """));
        Message message = ImageReader.read(TestContracts.compile(files).image(paths(files)))
                .message("M")
                .orElseThrow();
        Position option = message.options()
                .locationOf("features.(pb.java).nest_in_file_class")
                .startPosition();
        assertEquals("4:3", option.line() + ":" + option.column());
        Position feature = message.fields()
                .get(0)
                .options()
                .locationOf("features.utf8_validation")
                .startPosition();
        assertEquals("5:36", feature.line() + ":" + feature.column());
    }

    @Test
    void withoutSourceInfoEverythingStandsAtTheStart() throws IOException, ContractException {
        FileDescriptorSet.Builder image = hardImage().toBuilder();
        image.getFileBuilderList().forEach(FileDescriptorProto.Builder::clearSourceCodeInfo);
        Schema schema = ImageReader.read(image.build());
        var message = schema.message("hard.all.Outer").orElseThrow();
        assertEquals(1, message.location().startPosition().line());
        assertEquals(1, message.location().endPosition().column());
        assertEquals("hard/all.proto", message.location().path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.binpb", "a.json"})
    void bufSaysWhichFilesAreOnlyImported(String name) throws IOException, ContractException {
        FileDescriptorSet.Builder image = hardImage().toBuilder();
        image.getFileBuilderList().stream()
                .filter(file -> file.getName().startsWith("google/"))
                .forEach(BufExtension::markImport);
        byte[] bytes = name.endsWith("json")
                ? new String(write(name, hardImage()), java.nio.charset.StandardCharsets.UTF_8)
                        .replace(
                                "{\"name\":\"google/",
                                "{\"bufExtension\":{\"isImport\":true,\"x\":[]},\"name\":\"google/")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : image.build().toByteArray();
        Schema schema = read(name, bytes);
        assertEquals(
                Optional.empty(),
                schema.file("google/protobuf/any.proto").orElseThrow().module());
        assertEquals(
                Optional.of(ImageReader.MODULE),
                schema.file("hard/all.proto").orElseThrow().module());
        assertTrue(schema.file("google/protobuf/any.proto")
                .orElseThrow()
                .descriptor()
                .whole()
                .getUnknownFields()
                .asMap()
                .isEmpty());
    }

    @Test
    void leftOutFilesStillExplainOptions() throws IOException, ContractException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutput output = ImageOutput.open(ImageFormat.parse("a.json"), out)) {
            for (FileDescriptorProto file : hardImage().getFileList()) {
                if (file.getName().equals("hard/all.proto")) {
                    output.add(file);
                } else {
                    output.leaveOut(file);
                }
            }
        }
        String json = out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\"file\":[{\"name\":\"hard/all.proto\","), json);
        assertTrue(
                json.contains("\"[hard.file_option]\":{\"aNumber\":-7,\"longNumber\":\"-9223372036854775808\""), json);
        assertTrue(json.contains("\"duration\":\"-3.500s\",\"time\":\"2023-11-14T22:13:20.000001Z\""), json);
        assertTrue(
                json.contains("\"any\":{\"@type\":\"type.googleapis.com/hard.Everything\",\"text\":\"in an any\"}"),
                json);
        assertTrue(json.contains("\"precise\":\"-Infinity\""), json);
    }

    @Test
    void noFilesMakeAnEmptyImage() throws IOException, ContractException {
        for (String name : List.of("a.binpb", "a.json", "a.txtpb", "a.json.zst")) {
            byte[] image = write(name, FileDescriptorSet.getDefaultInstance());
            assertEquals(List.of(), read(name, image).files(), name);
        }
    }

    static FileDescriptorSet hardImage() throws IOException, ContractException {
        List<ContractFile> files = TestContracts.hard();
        return TestContracts.compile(files).image(paths(files));
    }

    private static List<ContractFile> builtIn() {
        List<ContractFile> files = new ArrayList<>();
        for (String path :
                List.of("buf/validate/validate.proto", "google/api/http.proto", "google/rpc/error_details.proto")) {
            ContractFile file = BuiltInContracts.find(path).orElseThrow();
            files.add(new ContractFile(path, Optional.of(ImageReader.MODULE), file.text()));
        }
        return files;
    }

    private static List<String> paths(List<ContractFile> files) {
        return files.stream().map(ContractFile::importPath).toList();
    }

    static byte[] write(String name, FileDescriptorSet image) throws IOException, ContractException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutput output = ImageOutput.open(ImageFormat.parse(name), out)) {
            for (FileDescriptorProto file : image.getFileList()) {
                output.add(file);
            }
        }
        return out.toByteArray();
    }

    static Schema read(String name, byte[] image) throws IOException, ContractException {
        return new ImageFile(ImageFormat.parse(name)).read(() -> new ByteArrayInputStream(image));
    }
}
