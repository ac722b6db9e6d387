package dev.concordat.generate;

import static dev.concordat.generate.Xml.escape;

import dev.concordat.schema.EnumType;
import dev.concordat.schema.Field;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Rpc;
import dev.concordat.schema.Schema;
import dev.concordat.schema.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documentation of a module's contracts as HTML pages: one a package and an index, in source order, without dates. */
final class ContractDocumentation {
    private final Schema world;
    private final Schema own;
    private final String id;
    private final String version;

    ContractDocumentation(Schema world, Schema own, String id, String version) {
        this.world = world;
        this.own = own;
        this.id = id;
        this.version = version;
    }

    /** The pages by path. */
    SortedMap<String, byte[]> pages() {
        SortedMap<String, byte[]> pages = new TreeMap<>();
        SortedMap<String, List<ProtoFile>> packages = new TreeMap<>();
        own.files()
                .forEach(file -> packages.merge(
                        file.packageName().value(),
                        List.of(file),
                        (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                                .toList()));
        pages.put("index.html", index(packages));
        packages.forEach((name, files) -> pages.put(page(name), packagePage(name, files)));
        return pages;
    }

    private byte[] index(SortedMap<String, List<ProtoFile>> packages) {
        HtmlPage html = new HtmlPage(id + " " + version);
        html.heading(1, "", escape(id) + " <small>" + escape(version) + "</small>");
        packages.forEach((name, files) -> {
            html.raw("<h2><a href=\"" + escape(page(name)) + "\">" + escape(name) + "</a></h2>");
            files.forEach(file -> html.comment(file.comment()));
            Schema schema = new Schema(files);
            html.raw("<p>" + schema.services().size() + " services, "
                    + messages(schema).size() + " messages, " + schema.enums().size() + " enums.</p>");
        });
        return bytes(html);
    }

    private byte[] packagePage(String name, List<ProtoFile> files) {
        HtmlPage html = new HtmlPage(name + " - " + id + " " + version);
        html.raw("<p><a href=\"index.html\">" + escape(id + " " + version) + "</a></p>");
        html.heading(1, "", escape(name));
        files.forEach(file -> html.comment(file.comment()));
        Schema schema = new Schema(files);
        schema.services().forEach(service -> service(service, html));
        messages(schema).forEach(message -> message(message, html));
        schema.enums().forEach(enumType -> enumType(enumType, html));
        return bytes(html);
    }

    private void service(Service service, HtmlPage html) {
        html.heading(2, service.fullName(), "service " + escape(service.name().value()));
        html.comment(service.comment());
        for (Rpc rpc : service.rpcs()) {
            html.heading(
                    3,
                    service.fullName() + "." + rpc.name().value(),
                    "rpc " + escape(rpc.name().value()));
            html.raw("<p><code>" + stream(rpc.clientStreaming())
                    + link(rpc.requestType().value()) + " &rarr; " + stream(rpc.serverStreaming())
                    + link(rpc.responseType().value()) + "</code></p>");
            html.comment(rpc.comment());
            html.options(OptionText.of(rpc.options()));
        }
    }

    private void message(Message message, HtmlPage html) {
        html.heading(2, message.fullName(), "message " + escape(message.nestedName()));
        html.comment(message.comment());
        html.options(OptionText.of(message.options()));
        if (!message.fields().isEmpty()) {
            html.raw("<table><tr><th>number</th><th>field</th><th>type</th><th></th></tr>");
            message.fields().forEach(field -> field(field, html));
            html.raw("</table>");
        }
        String reserved = String.join(
                ", ",
                java.util.stream.Stream.concat(
                                message.reservedRanges().stream()
                                        .map(range -> range.first() == range.last()
                                                ? "" + range.first()
                                                : range.first() + " to " + range.last()),
                                message.reservedNames().stream().map(name -> "\"" + name.value() + "\""))
                        .toList());
        if (!reserved.isEmpty()) {
            html.raw("<p>Reserved: " + escape(reserved) + ".</p>");
        }
    }

    private void field(Field field, HtmlPage html) {
        html.raw("<tr id=\"" + escape(field.fullName()) + "\"><td>" + field.number() + "</td><td><code>"
                + escape(field.name().value()) + "</code></td><td><code>" + type(field) + "</code>"
                + field.oneof().map(oneof -> "<br>oneof " + escape(oneof)).orElse("") + "</td><td>");
        html.comment(field.comment());
        html.options(OptionText.of(field.options()));
        html.raw("</td></tr>");
    }

    private String type(Field field) {
        String name = field.type().value().toString();
        return switch (field.cardinality().value()) {
            case REPEATED -> "repeated " + link(name);
            case REQUIRED -> "required " + link(name);
            case MAP ->
                world.message(name)
                        .map(entry -> "map&lt;" + type(entry.fields().get(0)) + ", "
                                + type(entry.fields().get(1)) + "&gt;")
                        .orElseGet(() -> link(name));
            case EXPLICIT ->
                field.type().value().kind().isNamed() || field.oneof().isPresent()
                        ? link(name)
                        : "optional " + link(name);
            case IMPLICIT -> link(name);
        };
    }

    private void enumType(EnumType enumType, HtmlPage html) {
        html.heading(2, enumType.fullName(), "enum " + escape(enumType.nestedName()));
        html.comment(enumType.comment());
        html.raw("<table><tr><th>number</th><th>value</th><th></th></tr>");
        enumType.values().forEach(value -> {
            html.raw("<tr><td>" + value.number() + "</td><td><code>"
                    + escape(value.name().value()) + "</code></td><td>");
            html.comment(value.comment());
            html.raw("</td></tr>");
        });
        html.raw("</table>");
    }

    /** A type's name, as a link when it is documented here. */
    private String link(String name) {
        Optional<String> packageName = own.message(name)
                .map(Message::packageName)
                .or(() -> own.enumType(name).map(EnumType::packageName));
        return packageName
                .map(found -> "<a href=\"" + escape(page(found)) + "#" + escape(name) + "\">" + escape(name) + "</a>")
                .orElseGet(() -> escape(name));
    }

    private static List<Message> messages(Schema schema) {
        return schema.messages().stream().filter(message -> !message.mapEntry()).toList();
    }

    private static String stream(boolean streams) {
        return streams ? "stream " : "";
    }

    private static String page(String packageName) {
        return (packageName.isEmpty() ? "default" : packageName) + ".html";
    }

    private static byte[] bytes(HtmlPage html) {
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
