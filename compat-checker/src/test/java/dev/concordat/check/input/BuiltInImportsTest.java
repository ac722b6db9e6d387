package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.UnknownFieldSet;
import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of files that came with a tool, and not from a repository. */
final class BuiltInImportsTest {
    private static final String EMPTY = "google/protobuf/empty.proto";
    private static final String DATE = "google/type/date.proto";
    private static final String LOST =
            "Field 9 \"more\" of \"%s\" was deleted. Restore it, and mark it deprecated if it should no longer be used.";

    @TempDir
    private Path directory;

    private ComparedInputs inputs;

    @BeforeEach
    void prepare() throws IOException {
        inputs = new ComparedInputs(directory);
        for (String imported : List.of(EMPTY, DATE)) {
            inputs.write(
                    imported.contains("date") ? "date" : "empty",
                    "x.proto",
                    "syntax = \"proto3\";\npackage p;\nimport \"%s\";\n".formatted(imported));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewerOneInAnImageIsNoDeletion(boolean marked) throws IOException, ContractException {
        image("newer.binpb", EMPTY, marked, "more");
        image("older.binpb", EMPTY, true);
        assertEquals(List.of(), inputs.told("empty", "newer.binpb"));
        assertEquals(List.of(), inputs.told("older.binpb", "newer.binpb"));
        assertEquals(List.of("Compared 1 file, 0 types with \"newer.binpb\"."), inputs.notes("empty", "newer.binpb"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOlderOneInAnImageIsNoDeletion(boolean marked) throws IOException, ContractException {
        image("newer.binpb", EMPTY, true, "more");
        image("older.binpb", DATE, marked);
        assertEquals(List.of(), inputs.told("older.binpb", "date"));
        image("older.binpb", EMPTY, marked);
        assertEquals(List.of(), inputs.told("older.binpb", "newer.binpb"));
    }

    @Test
    void otherPartiesFilesAreComparedWhereBothImagesBringThem() throws IOException, ContractException {
        image("newer.binpb", DATE, true, "more");
        image("older.binpb", DATE, true);
        assertEquals(List.of(), inputs.told("date", "newer.binpb"));
        assertEquals(List.of(LOST.formatted("Date")), inputs.told("older.binpb", "newer.binpb"));
    }

    @Test
    void oneThatSomebodyHasAsTheirOwnIsCompared() throws IOException, ContractException {
        image("newer.binpb", EMPTY, true, "more");
        inputs.write("empty", EMPTY, "syntax = \"proto3\";\npackage google.protobuf;\nmessage Empty {}\n");
        assertEquals(List.of(LOST.formatted("Empty")), inputs.told("empty", "newer.binpb"));
        inputs.write(
                "before",
                EMPTY,
                "syntax = \"proto3\";\npackage google.protobuf;\nmessage Empty { string more = 9; }\n");
        assertEquals(List.of(LOST.formatted("Empty")), inputs.told("empty", "before"));
    }

    /** An image of a contract that imports a file with a message, which has these fields. */
    private void image(String name, String imported, boolean marked, String... fields) throws IOException {
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName(imported)
                .setPackage(imported.equals(DATE) ? "google.type" : "google.protobuf")
                .setSyntax("proto3");
        file.addMessageTypeBuilder().setName(imported.equals(DATE) ? "Date" : "Empty");
        for (String field : fields) {
            file.getMessageTypeBuilder(0)
                    .addFieldBuilder()
                    .setName(field)
                    .setNumber(9)
                    .setType(FieldDescriptorProto.Type.TYPE_STRING)
                    .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
        }
        if (marked) {
            file.setUnknownFields(UnknownFieldSet.newBuilder()
                    .addField(
                            8042,
                            UnknownFieldSet.Field.newBuilder()
                                    .addLengthDelimited(ByteString.copyFrom(new byte[] {8, 1}))
                                    .build())
                    .build());
        }
        FileDescriptorSet image = FileDescriptorSet.newBuilder()
                .addFile(file)
                .addFile(FileDescriptorProto.newBuilder()
                        .setName("x.proto")
                        .setPackage("p")
                        .setSyntax("proto3")
                        .addDependency(imported))
                .build();
        Files.write(directory.resolve(name), image.toByteArray());
    }
}
