package dev.concordat.check.history;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Contracts as a model that can be changed at any place: files with messages, enums, services and extensions that refer to each other. */
final class RandomContracts {
    final List<File> files = new ArrayList<>();

    /** A declaration that fields can have as their type. */
    abstract static class Type {
        String name = "";
        final Map<String, String> options = new TreeMap<>();
        final List<Integer> reservedNumbers = new ArrayList<>();
        final List<String> reservedNames = new ArrayList<>();
    }

    /** A contract file. */
    static final class File {
        String path = "";
        String packageName = "";
        String syntax = "proto3";
        int style;
        final Map<String, String> options = new TreeMap<>();
        final List<Message> messages = new ArrayList<>();
        final List<EnumType> enums = new ArrayList<>();
        final List<Service> services = new ArrayList<>();
        final List<Extension> extensions = new ArrayList<>();
    }

    /** A message. */
    static final class Message extends Type {
        final List<Field> fields = new ArrayList<>();
        final List<Message> messages = new ArrayList<>();
        final List<EnumType> enums = new ArrayList<>();
        final List<Extension> extensions = new ArrayList<>();
        int firstExtension;
        String extensionRanges = "%d to %d";
    }

    /** How many values a field has. */
    enum Cardinality {
        IMPLICIT,
        OPTIONAL,
        REQUIRED,
        REPEATED,
        MAP
    }

    /** A field. */
    static class Field {
        String name = "";
        int number;
        Cardinality cardinality = Cardinality.IMPLICIT;
        String scalar = "int32";

        @Nullable
        Type type;

        boolean group;
        String key = "string";
        String oneof = "";
        final Map<String, String> options = new TreeMap<>();
    }

    /** An extension of a message. */
    static final class Extension extends Field {
        @Nullable
        Message extended;
    }

    /** An enum. */
    static final class EnumType extends Type {
        final List<String> names = new ArrayList<>();
        final List<Integer> numbers = new ArrayList<>();
    }

    /** A service. */
    static final class Service {
        String name = "";
        final List<Rpc> rpcs = new ArrayList<>();
    }

    /** A method. */
    static final class Rpc {
        String name = "";

        @Nullable
        Message request;

        @Nullable
        Message response;

        boolean requestStream;
        boolean responseStream;
        String idempotency = "";
    }

    /** All messages of a file, nested ones too. */
    static List<Message> messages(File file) {
        List<Message> all = new ArrayList<>();
        file.messages.forEach(message -> add(message, all));
        return all;
    }

    /** All messages. */
    List<Message> messages() {
        List<Message> all = new ArrayList<>();
        files.forEach(file -> all.addAll(messages(file)));
        return all;
    }

    /** A message and all that it holds. */
    static List<Message> inside(Message message) {
        List<Message> all = new ArrayList<>();
        add(message, all);
        return all;
    }

    private static void add(Message message, List<Message> all) {
        all.add(message);
        message.messages.forEach(nested -> add(nested, all));
    }

    /** All enums. */
    List<EnumType> enums() {
        List<EnumType> all = new ArrayList<>();
        files.forEach(file -> all.addAll(file.enums));
        messages().forEach(message -> all.addAll(message.enums));
        return all;
    }

    /** The lists that hold extensions: of files and of messages. */
    List<List<Extension>> extensionLists() {
        List<List<Extension>> all = new ArrayList<>();
        files.forEach(file -> all.add(file.extensions));
        messages().forEach(message -> all.add(message.extensions));
        return all;
    }

    /** Visits all fields and extensions. */
    void fields(Consumer<Field> visitor) {
        messages().forEach(message -> message.fields.forEach(visitor));
        extensionLists().forEach(list -> list.forEach(visitor));
    }

    /** The full names of all types. */
    IdentityHashMap<Type, String> names() {
        IdentityHashMap<Type, String> names = new IdentityHashMap<>();
        for (File file : files) {
            String prefix = file.packageName.isEmpty() ? "" : file.packageName + ".";
            file.messages.forEach(message -> name(message, prefix, names));
            file.enums.forEach(enumType -> names.put(enumType, prefix + enumType.name));
        }
        return names;
    }

    private static void name(Message message, String prefix, IdentityHashMap<Type, String> names) {
        names.put(message, prefix + message.name);
        String inside = prefix + message.name + ".";
        message.messages.forEach(nested -> name(nested, inside, names));
        message.enums.forEach(enumType -> names.put(enumType, inside + enumType.name));
    }

    /** The file that declares each type. */
    IdentityHashMap<Type, File> owners() {
        IdentityHashMap<Type, File> owners = new IdentityHashMap<>();
        for (File file : files) {
            file.enums.forEach(enumType -> owners.put(enumType, file));
            for (Message message : messages(file)) {
                owners.put(message, file);
                message.enums.forEach(enumType -> owners.put(enumType, file));
            }
        }
        return owners;
    }
}
