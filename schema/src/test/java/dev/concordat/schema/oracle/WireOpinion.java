package dev.concordat.schema.oracle;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.FieldElement;
import com.squareup.wire.schema.internal.parser.GroupElement;
import com.squareup.wire.schema.internal.parser.MessageElement;
import com.squareup.wire.schema.internal.parser.OneOfElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import com.squareup.wire.schema.internal.parser.TypeElement;
import dev.concordat.schema.ContractFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A second opinion: what Wire's parser reads, where it can read a file, must be the fields that we found. */
final class WireOpinion {
    private final Differences differences = new Differences();
    private final Differences unreadable = new Differences();
    private int read;
    private int fields;

    /** Asks Wire about a file that we accepted. */
    void ask(ContractFile file, FileDescriptorProto ours) {
        try {
            ProtoFileElement element = ProtoParser.Companion.parse(
                    Location.Companion.get(file.importPath()),
                    new String(file.text().bytes(), StandardCharsets.UTF_8));
            read++;
            compare(file.importPath(), ours.getMessageTypeList(), List.of(), element.getTypes());
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            unreadable.add(message.lines().findFirst().orElse("").replaceAll(".*: |'[^']*'", ""), file.importPath());
        }
    }

    private void compare(
            String where, List<DescriptorProto> ours, List<FieldDescriptorProto> beside, List<TypeElement> theirs) {
        Map<String, MessageElement> messages = new TreeMap<>();
        for (TypeElement type : theirs) {
            if (type instanceof MessageElement message) {
                messages.put(message.getName(), message);
            }
        }
        for (DescriptorProto message : ours) {
            MessageElement element = messages.get(message.getName());
            if (element != null) {
                String path = where + " > " + message.getName();
                compareFields(path, message, element);
                compare(path, message.getNestedTypeList(), message.getFieldList(), element.getNestedTypes());
            } else if (!message.getOptions().getMapEntry() && !isGroup(message.getName(), beside)) {
                differences.add("message that Wire does not see", where + " > " + message.getName());
            }
        }
    }

    /** Wire keeps a group with its field; so it is not among the messages. */
    private static boolean isGroup(String name, List<FieldDescriptorProto> beside) {
        return beside.stream()
                .anyMatch(field -> field.getType() == FieldDescriptorProto.Type.TYPE_GROUP
                        && field.getTypeName().endsWith("." + name));
    }

    private void compareFields(String path, DescriptorProto message, MessageElement element) {
        Map<Integer, String> theirs = new TreeMap<>();
        element.getFields().forEach(field -> put(theirs, field));
        element.getGroups().forEach(group -> put(theirs, group));
        for (OneOfElement oneof : element.getOneOfs()) {
            oneof.getFields().forEach(field -> put(theirs, field));
            oneof.getGroups().forEach(group -> put(theirs, group));
        }
        for (FieldDescriptorProto field : message.getFieldList()) {
            fields++;
            String seen = theirs.remove(field.getNumber());
            String expected = field.getName() + " " + type(message, field);
            if (seen == null || !same(expected, seen)) {
                differences.add("field", path + ": ours " + field.getNumber() + " " + expected + ", Wire " + seen);
            }
        }
        theirs.forEach((number, seen) -> differences.add("field of Wire's alone", path + ": " + number + " " + seen));
    }

    private static void put(Map<Integer, String> fields, FieldElement field) {
        fields.put(field.getTag(), field.getName() + " " + field.getType().replace(" ", ""));
    }

    private static void put(Map<Integer, String> fields, GroupElement group) {
        fields.put(group.getTag(), group.getName().toLowerCase(Locale.ROOT) + " " + group.getName());
    }

    private static String type(DescriptorProto message, FieldDescriptorProto field) {
        for (DescriptorProto entry : message.getNestedTypeList()) {
            if (entry.getOptions().getMapEntry() && field.getTypeName().endsWith("." + entry.getName())) {
                return "map<" + type(message, entry.getField(0)) + "," + type(message, entry.getField(1)) + ">";
            }
        }
        return field.hasTypeName()
                ? field.getTypeName()
                : field.getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
    }

    /** Whether a name as written means the type that we resolved: its end. */
    private static boolean same(String ours, String theirs) {
        int name = ours.indexOf(' ');
        if (!theirs.startsWith(ours.substring(0, name + 1))) {
            return false;
        }
        String type = ours.substring(name + 1);
        String written = theirs.substring(name + 1);
        int comma = written.startsWith("map<") ? written.indexOf(',') : -1;
        return comma < 0
                ? ends(type, written)
                : type.startsWith(written.substring(0, comma + 1))
                        && ends(type.substring(comma + 1), written.substring(comma + 1));
    }

    private static boolean ends(String type, String written) {
        return type.equals(written) || type.endsWith(written.startsWith(".") ? written : "." + written);
    }

    /** Prints what Wire read, what it could not read, and where it saw something else. */
    void print(PrintStream out) {
        out.printf(
                "    Wire reads %d of the accepted files and cannot read %d; %,d fields compared, %d differences%n",
                read, unreadable.total(), fields, differences.total());
        differences.print(out);
        unreadable.print(out);
    }
}
