package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.source.PathRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of an image, checked and put in order, whatever order they are in. */
final class ImageOrder {
    private static final int FILE_LIMIT = 200_000;
    private static final Set<String> SYNTAXES = Set.of("", "proto2", "proto3", "editions");

    private final Map<String, FileDescriptorProto> filesByPath;
    private final Set<String> opened = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final List<FileDescriptorProto> order = new ArrayList<>();

    private ImageOrder(Map<String, FileDescriptorProto> filesByPath) {
        this.filesByPath = filesByPath;
    }

    /** The files, imported before importer. */
    static List<FileDescriptorProto> of(FileDescriptorSet image) throws ContractException {
        if (image.getFileCount() > FILE_LIMIT) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "The image holds %s files; at most %s are read.".formatted(image.getFileCount(), FILE_LIMIT),
                    "Write several images.");
        }
        ImageOrder order = new ImageOrder(byPath(image));
        for (String path : order.filesByPath.keySet()) {
            order.visit(path);
        }
        return order.order;
    }

    private static Map<String, FileDescriptorProto> byPath(FileDescriptorSet image) throws ContractException {
        Map<String, FileDescriptorProto> filesByPath = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (FileDescriptorProto file : image.getFileList()) {
            objection(file)
                    .or(() -> filesByPath.put(file.getName(), file) == null
                            ? Optional.empty()
                            : Optional.of("is in the image twice"))
                    .ifPresent(objection -> problems.add(problem(file.getName(), objection)));
        }
        if (!problems.isEmpty()) {
            throw new ContractException(Failure.NO_ANSWER, problems);
        }
        return filesByPath;
    }

    private static Optional<String> objection(FileDescriptorProto file) {
        if (!SYNTAXES.contains(file.getSyntax())) {
            return Optional.of("has the unknown syntax " + PathRules.quoted(file.getSyntax()));
        }
        if (BufExtension.isDamaged(file)) {
            return Optional.of("has damaged data of buf's in field 8042, which says whether it is only imported");
        }
        return PathRules.danger(file.getName()).or(() -> optionalBeyondProto3(file));
    }

    /** Without its syntax, a file of proto3 would be read as one of proto2, with other defaults and packing. */
    private static Optional<String> optionalBeyondProto3(FileDescriptorProto file) {
        if (file.getSyntax().equals("proto3")) {
            return Optional.empty();
        }
        Deque<DescriptorProto> open = new ArrayDeque<>(file.getMessageTypeList());
        List<FieldDescriptorProto> fields = new ArrayList<>(file.getExtensionList());
        while (!open.isEmpty()) {
            DescriptorProto message = open.pop();
            fields.addAll(message.getFieldList());
            fields.addAll(message.getExtensionList());
            open.addAll(message.getNestedTypeList());
        }
        return fields.stream()
                .filter(FieldDescriptorProto::getProto3Optional)
                .findFirst()
                .map(field -> "says of field %s that it is optional as in proto3, and not that its syntax is \"proto3\""
                        .formatted(PathRules.quoted(field.getName())));
    }

    private static Problem problem(String path, String objection) {
        return Problem.at(
                Place.of(path),
                "File %s of the image %s.".formatted(PathRules.quoted(path), objection),
                "Write the image again, from contracts that compile.");
    }

    private void visit(String first) throws ContractException {
        Deque<String> open = new ArrayDeque<>();
        open.push(first);
        while (!open.isEmpty()) {
            String path = open.element();
            FileDescriptorProto file = filesByPath.get(path);
            if (file == null || done.contains(path)) {
                open.pop();
            } else if (opened.add(path)) {
                push(file.getOptionDependencyList(), path, open);
                push(file.getDependencyList(), path, open);
            } else {
                open.pop();
                done.add(path);
                order.add(file);
            }
        }
    }

    private void push(List<String> imports, String importer, Deque<String> open) throws ContractException {
        for (String path : imports) {
            if (opened.contains(path) && !done.contains(path)) {
                throw new ContractException(
                        Failure.NO_ANSWER,
                        List.of(problem(importer, "imports %s, which imports it".formatted(PathRules.quoted(path)))));
            }
            open.push(path);
        }
    }
}
