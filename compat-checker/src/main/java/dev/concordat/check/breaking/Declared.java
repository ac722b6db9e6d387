package dev.concordat.check.breaking;

import dev.concordat.schema.Element;
import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/**
 * A declaration of a file, nested ones included.
 *
 * @param label what it is called in messages
 * @param nestedName its name inside the package
 * @param packageName the package
 * @param location the whole declaration
 */
record Declared(String label, String nestedName, String packageName, Location location) {

    static Stream<Declared> messages(ProtoFile file) {
        return new Schema(List.of(file)).messages().stream().map(found -> of(found, found.fullName(), file));
    }

    static Stream<Declared> enums(ProtoFile file) {
        return new Schema(List.of(file)).enums().stream().map(found -> of(found, found.fullName(), file));
    }

    static Stream<Declared> extensions(ProtoFile file) {
        return new Schema(List.of(file)).extensions().stream().map(found -> of(found, found.fullName(), file));
    }

    static Stream<Declared> services(ProtoFile file) {
        return file.services().stream().map(found -> of(found, found.fullName(), file));
    }

    /** The name with its package. */
    String fullName() {
        return packageName.isEmpty() ? nestedName : packageName + "." + nestedName;
    }

    private static Declared of(Element element, String fullName, ProtoFile file) {
        String packageName = file.packageName().value();
        return new Declared(
                Labels.of(element),
                packageName.isEmpty() ? fullName : fullName.substring(packageName.length() + 1),
                packageName,
                element.location());
    }
}
