package dev.concordat.check.change;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SymbolVisibility;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds messages and enums that other files could use and that only their own file may use now (protobuf.dev, Editions Language Specification: symbol
 * visibility). Java has their classes all the same.
 */
record LocalTypes(Schema before, Schema after, Changes.Listener listener) {

    void find() {
        for (ProtoFile file : after.files()) {
            Set<String> local = new LinkedHashSet<>();
            for (String name : local(file)) {
                // What is inside of one that is local now is told with it.
                if (wasExported(name)) {
                    local.add(name);
                    if (!local.contains(around(name))) {
                        tell(name);
                    }
                }
            }
        }
    }

    private void tell(String name) {
        after.message(name).ifPresent(message -> listener.found(told("message " + name), message.location()));
        after.enumType(name).ifPresent(enumType -> listener.found(told("enum " + name), enumType.location()));
    }

    private static String told(String what) {
        return what + " is local to its file now, so that contracts of others that use it no longer compile";
    }

    private boolean wasExported(String name) {
        return before.message(name)
                .map(dev.concordat.schema.Message::file)
                .or(() -> before.enumType(name).map(EnumType::file))
                .flatMap(before::file)
                .filter(file -> !local(file).contains(name))
                .isPresent();
    }

    private static String around(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The full names of a file's local messages and enums, outer ones first. */
    static Set<String> local(ProtoFile file) {
        Set<String> local = new LinkedHashSet<>();
        if (file.edition() >= Edition.EDITION_2024_VALUE) {
            String unless = unlessWritten(file);
            boolean topLevel = unless.equals("EXPORT_ALL") || unless.equals("EXPORT_TOP_LEVEL");
            boolean nested = unless.equals("EXPORT_ALL");
            FileDescriptorProto types = file.descriptor().types();
            String prefix = types.getPackage().isEmpty() ? "" : types.getPackage() + ".";
            types.getMessageTypeList().forEach(message -> add(message, prefix, topLevel, nested, local));
            types.getEnumTypeList().forEach(enumType -> add(enumType, prefix, topLevel, local));
        }
        return local;
    }

    /** The feature {@code default_symbol_visibility}, which is for files. */
    private static String unlessWritten(ProtoFile file) {
        return file.options()
                .value("features")
                .map(features -> (Message) features.value())
                .flatMap(features -> features.getAllFields().entrySet().stream()
                        .filter(feature -> isVisibility(feature.getKey()))
                        .map(feature -> ((EnumValueDescriptor) feature.getValue()).getName())
                        .findFirst())
                .orElse("EXPORT_TOP_LEVEL");
    }

    private static boolean isVisibility(FieldDescriptor feature) {
        return feature.getFullName().equals("google.protobuf.FeatureSet.default_symbol_visibility");
    }

    private static void add(
            DescriptorProto message, String prefix, boolean exported, boolean nested, Set<String> local) {
        if (message.getOptions().getMapEntry()) {
            return;
        }
        String name = prefix + message.getName();
        if (isLocal(message.getVisibility(), exported)) {
            local.add(name);
        }
        message.getNestedTypeList().forEach(inner -> add(inner, name + ".", nested, nested, local));
        message.getEnumTypeList().forEach(inner -> add(inner, name + ".", nested, local));
    }

    private static void add(EnumDescriptorProto enumType, String prefix, boolean exported, Set<String> local) {
        if (isLocal(enumType.getVisibility(), exported)) {
            local.add(prefix + enumType.getName());
        }
    }

    private static boolean isLocal(SymbolVisibility written, boolean exported) {
        return written == SymbolVisibility.VISIBILITY_UNSET ? !exported : written == SymbolVisibility.VISIBILITY_LOCAL;
    }
}
