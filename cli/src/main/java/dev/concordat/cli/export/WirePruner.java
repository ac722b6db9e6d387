package dev.concordat.cli.export;

import com.squareup.wire.schema.EnclosingType;
import com.squareup.wire.schema.ErrorCollector;
import com.squareup.wire.schema.Extend;
import com.squareup.wire.schema.Field;
import com.squareup.wire.schema.Linker;
import com.squareup.wire.schema.Loader;
import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.PruningRules;
import com.squareup.wire.schema.Rpc;
import com.squareup.wire.schema.Schema;
import com.squareup.wire.schema.Service;
import com.squareup.wire.schema.Type;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ProtoFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what types and rpcs need, with Wire. A message that stays, stays whole, but for declarations inside it that nothing needs. */
final class WirePruner {
    private final Map<String, com.squareup.wire.schema.ProtoFile> filesByPath = new LinkedHashMap<>();

    private final Collection<ProtoFile> files;
    private final dev.concordat.schema.Schema contracts;

    private WirePruner(Collection<ProtoFile> files, dev.concordat.schema.Schema contracts) {
        this.files = files;
        this.contracts = contracts;
    }

    /**
     * What the roots need.
     *
     * @param files all that the files of the roots import, themselves included
     * @param contracts the schema that the files are of
     * @param roots the full names of types and services, and rpcs as {@code service#rpc}
     * @throws UnreadableException when Wire does not understand the files: it knows neither editions nor groups, for example
     */
    static Retained prune(Collection<ProtoFile> files, dev.concordat.schema.Schema contracts, Collection<String> roots)
            throws UnreadableException {
        WirePruner pruner = new WirePruner(files, contracts);
        try {
            files.forEach(file -> pruner.parse(file.path(), file.text().bytes()));
            return pruner.retained(pruner.link(), new LinkedHashSet<>(roots));
        } catch (RuntimeException e) {
            // Wire meets what it does not know with runtime exceptions of any type.
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new UnreadableException(message.lines().findFirst().orElse("").strip());
        }
    }

    private com.squareup.wire.schema.ProtoFile parse(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        var file =
                com.squareup.wire.schema.ProtoFile.Companion.get(ProtoParser.Companion.parse(Location.get(path), text));
        filesByPath.put(path, file);
        return file;
    }

    private Schema link() {
        ErrorCollector errors = new ErrorCollector();
        Schema schema = new Linker(new MemoryLoader(), errors, true, true).link(List.copyOf(filesByPath.values()));
        errors.throwIfNonEmpty();
        return schema;
    }

    /** Prunes until no message is left as a mere shell around another one, and every option that is used is there. */
    private Retained retained(Schema schema, Set<String> roots) {
        while (true) {
            Schema pruned =
                    schema.prune(new PruningRules.Builder().addRoot(roots).build());
            Set<String> declarations = new HashSet<>();
            Set<String> missing = new HashSet<>();
            for (var file : pruned.getProtoFiles()) {
                if (filesByPath.containsKey(file.getLocation().getPath())) {
                    collect(file, declarations, missing);
                }
            }
            Retained retained = new Retained(declarations);
            for (ProtoFile file : files) {
                if (new Declarations(file).anyOf(retained)) {
                    missing.addAll(new Uses(file, contracts, retained).roots);
                }
            }
            if (!roots.addAll(missing)) {
                return retained;
            }
        }
    }

    private static void collect(com.squareup.wire.schema.ProtoFile file, Set<String> declarations, Set<String> shells) {
        String prefix = file.getPackageName() == null ? "" : file.getPackageName() + ".";
        addExtensions(file.getExtendList(), prefix, declarations);
        for (Type type : file.typesAndNestedTypes()) {
            String name = type.getType().toString();
            declarations.add(name);
            addExtensions(type.getNestedExtendList(), name + ".", declarations);
            if (type instanceof EnclosingType) {
                shells.add(name);
            }
        }
        for (Service service : file.getServices()) {
            declarations.add(service.type().toString());
            for (Rpc rpc : service.rpcs()) {
                declarations.add(service.type() + "." + rpc.getName());
            }
        }
    }

    private static void addExtensions(List<Extend> blocks, String prefix, Set<String> declarations) {
        for (Extend block : blocks) {
            for (Field field : block.getFields()) {
                declarations.add(prefix + field.getName());
            }
        }
    }

    /** Gives Wire the files. */
    private final class MemoryLoader implements Loader {
        @Override
        public com.squareup.wire.schema.ProtoFile load(String path) {
            var known = filesByPath.get(path);
            if (known != null) {
                return known;
            }
            // Besides imports, Wire asks for descriptor.proto and for options of its own, which nobody here uses.
            return parse(
                    path,
                    BuiltInContracts.find(path).map(file -> file.text().bytes()).orElse(new byte[0]));
        }

        @Override
        public Loader withErrors(ErrorCollector errors) {
            return this;
        }
    }

    /** Wire does not understand the contracts. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnreadableException(String message) {
            super(message);
        }
    }
}
