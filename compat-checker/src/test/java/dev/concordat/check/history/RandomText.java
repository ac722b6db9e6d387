package dev.concordat.check.history;

import dev.concordat.check.history.RandomContracts.EnumType;
import dev.concordat.check.history.RandomContracts.Extension;
import dev.concordat.check.history.RandomContracts.Field;
import dev.concordat.check.history.RandomContracts.File;
import dev.concordat.check.history.RandomContracts.Message;
import dev.concordat.check.history.RandomContracts.Rpc;
import dev.concordat.check.history.RandomContracts.Service;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a file of random contracts in its syntax; what the syntax has no words for is left out. */
final class RandomText {
    private final File file;
    private final IdentityHashMap<RandomContracts.Type, String> names;
    private final IdentityHashMap<RandomContracts.Type, File> owners;
    private final StringBuilder body = new StringBuilder();
    private final Set<String> imports = new TreeSet<>();

    private RandomText(RandomContracts contracts, File file) {
        this.file = file;
        this.names = contracts.names();
        this.owners = contracts.owners();
    }

    /** The file as text. */
    static String of(RandomContracts contracts, File file) {
        return new RandomText(contracts, file).write();
    }

    private String write() {
        file.enums.forEach(enumType -> enumType(enumType, ""));
        file.messages.forEach(message -> message(message, ""));
        file.services.forEach(this::service);
        extensions(file.extensions, "");
        StringBuilder text = new StringBuilder();
        text.append(edition() ? "edition" : "syntax")
                .append(" = \"")
                .append(file.syntax)
                .append("\";\n");
        if (!file.packageName.isEmpty()) {
            text.append("package ").append(file.packageName).append(";\n");
        }
        imports.remove(file.path);
        imports.forEach(path -> text.append("import \"").append(path).append("\";\n"));
        if (file.syntax.equals("2024")) {
            text.append("option features.enforce_naming_style = STYLE_LEGACY;\n");
            text.append("option features.default_symbol_visibility = EXPORT_ALL;\n");
        }
        file.options.forEach((name, value) -> {
            if (edition() ? !name.equals("java_string_check_utf8") : !name.startsWith("features.")) {
                text.append("option ").append(name).append(" = ").append(value).append(";\n");
            }
        });
        return text.append(body).toString();
    }

    private boolean edition() {
        return !file.syntax.startsWith("proto");
    }

    private boolean proto3() {
        return file.syntax.equals("proto3");
    }

    private void line(String indent, String text) {
        String written = switch (file.style) {
            case 1 -> indent.replace("  ", "\t") + text;
            case 2 -> indent + "/* 日é */ " + text;
            case 3 -> indent + text.replace(" = ", "\n  = ").replace("returns ", "\n\t returns\t");
            case 4 -> indent + text.replace(" ", "  ");
            default -> indent + text;
        };
        body.append(written).append('\n');
    }

    private void options(Map<String, String> options, String indent) {
        options.forEach((name, value) -> {
            if (!name.startsWith("features.") || edition()) {
                line(indent, "option %s = %s;".formatted(name, value));
            }
        });
    }

    private void reserved(RandomContracts.Type type, String indent) {
        if (!type.reservedNumbers.isEmpty()) {
            line(
                    indent,
                    type.reservedNumbers.stream()
                            .map(number -> range(type, number))
                            .collect(Collectors.joining(", ", "reserved ", ";")));
        }
        if (!type.reservedNames.isEmpty()) {
            String quote = edition() ? "" : "\"";
            line(
                    indent,
                    type.reservedNames.stream()
                            .map(name -> quote + name + quote)
                            .collect(Collectors.joining(", ", "reserved ", ";")));
        }
    }

    private static String range(RandomContracts.Type type, int number) {
        int start = type instanceof EnumType && number % 4 == 0 ? -number : number;
        return switch (number % 3) {
            case 0 -> start + " to " + (start + 2);
            case 1 -> Integer.toString(start);
            default -> number == 11 ? start + " to max" : Integer.toString(start);
        };
    }

    private void message(Message message, String indent) {
        line(indent, "message " + message.name + " {");
        String inside = indent + "  ";
        options(message.options, inside);
        reserved(message, inside);
        if (message.firstExtension > 0 && !proto3()) {
            line(
                    inside,
                    ("extensions " + message.extensionRanges + ";")
                            .formatted(message.firstExtension, message.firstExtension + 99));
        }
        message.enums.forEach(enumType -> enumType(enumType, inside));
        message.messages.forEach(nested -> message(nested, inside));
        extensions(message.extensions, inside);
        Set<String> oneofs = new LinkedHashSet<>();
        message.fields.forEach(field -> oneofs.add(field.oneof));
        for (String oneof : oneofs) {
            if (!oneof.isEmpty()) {
                line(inside, "oneof " + oneof + " {");
            }
            for (Field field : message.fields) {
                if (field.oneof.equals(oneof)) {
                    field(field, oneof.isEmpty() ? inside : inside + "  ", false);
                }
            }
            if (!oneof.isEmpty()) {
                line(inside, "}");
            }
        }
        line(indent, "}");
    }

    private void extensions(List<Extension> extensions, String indent) {
        for (Extension extension : extensions) {
            if (extension.extended != null && !proto3() && extension.extended.firstExtension > 0) {
                line(indent, "extend " + reference(extension.extended) + " {");
                field(extension, indent + "  ", true);
                line(indent, "}");
            }
        }
    }

    private String reference(RandomContracts.Type type) {
        File owner = owners.get(type);
        if (owner != null) {
            imports.add(owner.path);
        }
        return "." + names.get(type);
    }

    private void field(Field field, String indent, boolean extension) {
        String type = field.type == null ? field.scalar : reference(field.type);
        new RandomFieldText(file.syntax, field, extension).lines(type).forEach(text -> line(indent, text));
    }

    private void enumType(EnumType enumType, String indent) {
        line(indent, "enum " + enumType.name + " {");
        String inside = indent + "  ";
        options(enumType.options, inside);
        reserved(enumType, inside);
        if (enumType.numbers.stream().distinct().count() < enumType.numbers.size()) {
            line(inside, "option allow_alias = true;");
        }
        for (int at = 0; at < enumType.names.size(); at++) {
            line(inside, "%s = %d;".formatted(enumType.names.get(at), enumType.numbers.get(at)));
        }
        line(indent, "}");
    }

    private void service(Service service) {
        line("", "service " + service.name + " {");
        for (Rpc rpc : service.rpcs) {
            if (rpc.request == null || rpc.response == null) {
                continue;
            }
            String idempotency =
                    rpc.idempotency.isEmpty() ? ";" : " { option idempotency_level = %s; }".formatted(rpc.idempotency);
            line(
                    "  ",
                    "rpc %s(%s%s) returns (%s%s)%s"
                            .formatted(
                                    rpc.name,
                                    rpc.requestStream ? "stream " : "",
                                    reference(rpc.request),
                                    rpc.responseStream ? "stream " : "",
                                    reference(rpc.response),
                                    idempotency));
        }
        line("", "}");
    }
}
