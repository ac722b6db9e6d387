package dev.concordat.schema.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.concordat.schema.Cardinality;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Kind;
import dev.concordat.schema.Location;
import dev.concordat.schema.Message;
import dev.concordat.schema.Problem;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SchemaBuilderTest {

    @Test
    void aGroupsTypeStandsAtItsKeyword() {
        Message message = message("""
            syntax = "proto2";
            message M {
              // About both.
              repeated group Part = 2 [deprecated = true] {}
            }
            """, "M");
        Field group = message.field(2).orElseThrow();
        assertEquals("part", group.name().value());
        assertEquals("Part", text(group.name().location()));
        assertEquals("group", text(group.type().location()));
        assertEquals(Kind.GROUP, group.type().value().kind());
        assertEquals("M.Part", group.type().value().typeName());
        assertEquals(Cardinality.REPEATED, group.cardinality().value());
        assertEquals("repeated group Part = 2 [deprecated = true] {}", text(group.location()));
        Message part = message.messages().get(0);
        assertEquals(text(group.location()), text(part.location()));
        assertEquals(" About both.\n", part.comment());
        assertTrue(group.options().isTrue("deprecated"));
        assertEquals(
                "deprecated = true", text(group.options().text("deprecated").location()));
    }

    @Test
    void aMapEntryStandsAtTheTypeOfItsField() {
        Message message = message("syntax = \"proto3\"; message M { map<string, M> of = 3 [json_name = \"o\"]; }", "M");
        Message entry = message.messages().get(0);
        assertEquals("OfEntry", entry.name().value());
        assertEquals("map<string, M>", text(entry.location()));
        assertEquals("map<string, M>", text(entry.fields().get(1).numberLocation()));
        assertTrue(entry.mapEntry());
        assertTrue(entry.options().isTrue("map_entry"));
        Field field = message.field(3).orElseThrow();
        assertEquals(Cardinality.MAP, field.cardinality().value());
        assertEquals("json_name = \"o\"", text(field.jsonName().location()));
    }

    @Test
    void whatAnAggregateSetsStandsInIt() {
        EnumType closed = schema("""
            edition = "2023";
            enum E {
              option features = { json_format: ALLOW enum_type: CLOSED };
              A = 1;
            }
            enum F {
              option features.json_format = ALLOW;
              option features.enum_type = CLOSED;
              B = 1;
            }
            """).enumType("E").orElseThrow();
        FieldDescriptor features = EnumOptions.getDescriptor().findFieldByName("features");
        FieldDescriptor enumType = FeatureSet.getDescriptor().findFieldByName("enum_type");
        FieldDescriptor presence = FeatureSet.getDescriptor().findFieldByName("field_presence");
        assertTrue(closed.closed());
        assertEquals("enum_type: CLOSED", text(closed.options().locationOf(features, enumType)));
        assertEquals(
                "option features = { json_format: ALLOW enum_type: CLOSED };",
                text(closed.options().locationOf(features)));
        assertEquals(closed.location(), closed.options().locationOf(features, presence));
        assertEquals(
                "features = { json_format: ALLOW enum_type: CLOSED }",
                text(closed.options().locationOf("features.field_presence")));
    }

    @Test
    void customOptionsAreFieldsWhenAskedFor() {
        Message message = message("""
            syntax = "proto3";
            package p;
            import "google/protobuf/descriptor.proto";
            message Value { int32 number = 2; Value inner = 3; }
            extend google.protobuf.MessageOptions { repeated Value values = 50001; }
            message M {
              option (values) = { inner { number: 5 } };
              option (.p.values) = { number: 7 };
            }
            """, "p.M");
        FieldDescriptor values =
                message.options().message().getAllFields().keySet().iterator().next();
        assertTrue(values.isExtension());
        assertEquals("p.values", values.getFullName());
        assertEquals(2, message.options().message().getRepeatedFieldCount(values));
        FieldDescriptor inner = values.getMessageType().findFieldByName("inner");
        FieldDescriptor number = values.getMessageType().findFieldByName("number");
        assertEquals("number: 5", text(message.options().locationOf(values, inner, number)));
        assertEquals("number: 7", text(message.options().locationOf(values, number)));
        assertFalse(message.options().isTrue("deprecated"));
        assertEquals(message.location(), message.options().text("deprecated").location());
    }

    @Test
    void aFileIsDescribedAtItsPackage() {
        ProtoFile file = schema("""
            // About the syntax.
            syntax = "proto3";
            // About the file.
            package p;
            """).file("a.proto").orElseThrow();
        assertEquals(" About the file.\n", file.comment());
        assertEquals("package p;", text(file.packageName().location()));
        assertEquals("syntax = \"proto3\";", text(file.syntax().location()));
        assertEquals("p", file.descriptor().whole().getPackage());
        assertEquals(
                file.descriptor().whole(), file.inModule("other").descriptor().whole());
        assertNotEquals(file.module(), file.inModule("other").module());
    }

    @Test
    void synthesizedOneofsAreNotListed() {
        Message message =
                message("syntax = \"proto3\"; message M { optional int32 a = 2; oneof o { int32 b = 3; } }", "M");
        assertEquals(1, message.oneofs().size());
        assertEquals(Optional.empty(), message.field(2).orElseThrow().oneof());
        assertEquals(
                Cardinality.EXPLICIT,
                message.field(2).orElseThrow().cardinality().value());
        assertEquals(Optional.of("o"), message.fieldNamed("b").orElseThrow().oneof());
    }

    private static String text(Location location) {
        return location.text().text(location.start(), location.end());
    }

    private static Message message(String contract, String name) {
        return schema(contract).message(name).orElseThrow();
    }

    private static Schema schema(String contract) {
        SourceText text = new SourceText("a.proto", contract.getBytes(StandardCharsets.UTF_8));
        LinkResult result = Linker.link(List.of(new ContractFile("a.proto", Optional.of("."), text)));
        assertEquals(
                List.of(), result.problems().stream().map(Problem::toString).toList());
        return SchemaBuilder.build(result.files());
    }
}
