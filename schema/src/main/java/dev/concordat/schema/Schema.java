package dev.concordat.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A set of compiled contract files that is closed under imports. */
public final class Schema {
    private final Map<String, ProtoFile> filesByPath = new LinkedHashMap<>();
    private final Map<String, List<ProtoFile>> filesByModule = new HashMap<>();
    private final Map<String, Message> messagesByName = new LinkedHashMap<>();
    private final Map<String, EnumType> enumsByName = new LinkedHashMap<>();
    private final Map<String, Service> servicesByName = new LinkedHashMap<>();
    private final List<Field> extensions = new ArrayList<>();

    /** A schema of these files, in any order. */
    public Schema(Collection<ProtoFile> files) {
        files.stream()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .forEach(this::add);
    }

    /** The files, by path. */
    public List<ProtoFile> files() {
        return List.copyOf(filesByPath.values());
    }

    /** All messages, nested ones after the one that holds them, by file and source order. */
    public List<Message> messages() {
        return List.copyOf(messagesByName.values());
    }

    /** All enums, by file and source order. */
    public List<EnumType> enums() {
        return List.copyOf(enumsByName.values());
    }

    /** All services, by file and source order. */
    public List<Service> services() {
        return List.copyOf(servicesByName.values());
    }

    /** All extensions, those inside messages included. */
    public List<Field> extensions() {
        return List.copyOf(extensions);
    }

    /** The file of this import path. */
    public Optional<ProtoFile> file(String path) {
        return Optional.ofNullable(filesByPath.get(path));
    }

    /** The message of this full name. */
    public Optional<Message> message(String fullName) {
        return Optional.ofNullable(messagesByName.get(fullName));
    }

    /** The enum of this full name. */
    public Optional<EnumType> enumType(String fullName) {
        return Optional.ofNullable(enumsByName.get(fullName));
    }

    /** The service of this full name. */
    public Optional<Service> service(String fullName) {
        return Optional.ofNullable(servicesByName.get(fullName));
    }

    /** The files of a module, without what they import. */
    public Schema ofModule(String module) {
        return new Schema(filesOf(module));
    }

    /** The files of a module, by path. */
    public List<ProtoFile> filesOf(String module) {
        return Collections.unmodifiableList(filesByModule.getOrDefault(module, List.of()));
    }

    /** The files of the workspace's modules, without third parties'. */
    public Schema ofModules() {
        return new Schema(filesByPath.values().stream()
                .filter(file -> file.module().isPresent())
                .toList());
    }

    /** These files and all that they import, directly or not; an imported file stands before those that import it. */
    public List<ProtoFile> reachableFrom(Collection<String> paths) {
        Map<String, ProtoFile> reached = new LinkedHashMap<>();
        Set<String> opened = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        paths.stream().sorted(Comparator.reverseOrder()).forEach(open::push);
        while (!open.isEmpty()) {
            String path = open.peek();
            ProtoFile file = filesByPath.get(path);
            if (file == null || reached.containsKey(path)) {
                open.pop();
            } else if (opened.add(path)) {
                file.imports().forEach(imported -> open.push(imported.path()));
            } else {
                open.pop();
                reached.put(path, file);
            }
        }
        return List.copyOf(reached.values());
    }

    /** An image of these files and all that they import, in an order that any protobuf runtime can load. */
    public FileDescriptorSet image(Collection<String> paths) {
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        reachableFrom(paths).forEach(file -> set.addFile(file.descriptor().whole()));
        return set.build();
    }

    private void add(ProtoFile file) {
        filesByPath.put(file.path(), file);
        file.module()
                .ifPresent(module -> filesByModule
                        .computeIfAbsent(module, unused -> new ArrayList<>())
                        .add(file));
        extensions.addAll(file.extensions());
        file.enums().forEach(enumType -> enumsByName.put(enumType.fullName(), enumType));
        file.services().forEach(service -> servicesByName.put(service.fullName(), service));
        file.messages().forEach(this::add);
    }

    private void add(Message message) {
        messagesByName.put(message.fullName(), message);
        extensions.addAll(message.extensions());
        message.enums().forEach(enumType -> enumsByName.put(enumType.fullName(), enumType));
        message.messages().forEach(this::add);
    }
}
