package dev.concordat.schema.link;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Problem;
import dev.concordat.schema.link.LinkedFile.LinkedImport;
import dev.concordat.schema.parse.ParsedFile;
import dev.concordat.schema.parse.ParsedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links contract files: finds what every name in them means and checks them as protoc does. The phases run one after the other over all files, each
 * over several files at once; neither that nor the order of the given files changes the result.
 */
public final class Linker {
    private final ParsedFiles parsed;
    private final boolean always;
    private final LinkProblems problems = new LinkProblems();

    /**
     * A linker.
     *
     * @param always whether descriptor.proto is looked into though nothing needs it
     */
    private Linker(ParsedFiles parsed, boolean always) {
        this.parsed = parsed;
        this.always = always;
    }

    /** Links these files and the built-in ones that they import. */
    public static LinkResult link(List<ContractFile> files) {
        return link(files, new ParsedFiles());
    }

    /** Links these files and the built-in ones that they import; those that were parsed before are not parsed again. */
    public static LinkResult link(List<ContractFile> files, ParsedFiles parsed) {
        return new Linker(parsed, false).run(files);
    }

    private LinkResult run(List<ContractFile> sources) {
        List<ContractFile> inOrder = new ArrayList<>(sources);
        inOrder.sort((one, other) -> one.importPath().compareTo(other.importPath()));
        List<LinkedFile> given = inOrder.parallelStream().map(this::declare).toList();
        ImportResolver imports = new ImportResolver(problems, this::declare);
        List<LinkedFile> files = imports.resolve(given);
        Optional<LinkedFile> descriptor = descriptor(files, imports);
        List<LinkedFile> all = files;
        if (descriptor.isPresent() && !files.contains(descriptor.get())) {
            all = new ArrayList<>(imports.resolve(List.of(descriptor.get())));
            all.addAll(files);
        }
        LinkContext context = context(files, descriptor.orElse(null), all);
        resolve(context, all);
        options(context, all);
        List<Problem> found = problems.sorted();
        if (descriptor.isEmpty() && !found.isEmpty()) {
            // A name that is missing is explained by whoever declares it, which may be descriptor.proto.
            return new Linker(parsed, true).run(sources);
        }
        return new LinkResult(files, found);
    }

    /** What decides about options; contracts without any, and without an import of it, do without. */
    private Optional<LinkedFile> descriptor(List<LinkedFile> files, ImportResolver imports) {
        boolean needed = always
                || imports.knows(BuiltInContracts.DESCRIPTOR)
                || files.stream().anyMatch(OptionHolders::hasAny);
        return needed ? Optional.ofNullable(imports.file(BuiltInContracts.DESCRIPTOR)) : Optional.empty();
    }

    private LinkedFile declare(ContractFile source) {
        ParsedFile syntax = parsed.parse(source.text());
        LinkedFile file = Declarations.declare(source, syntax.file(), problems);
        problems.addParsed(file, syntax.problems());
        return file;
    }

    private LinkContext context(List<LinkedFile> files, @Nullable LinkedFile descriptor, List<LinkedFile> all) {
        SymbolTable symbols = new SymbolTable();
        NameConflicts conflicts = NameConflicts.reportedTo(problems);
        for (LinkedFile file : files) {
            symbols.enter(file, conflicts);
        }
        // What nobody imports cannot be in anybody's way.
        for (LinkedFile file : all) {
            if (!symbols.knows(file)) {
                symbols.enter(file, NameConflicts.ignored());
            }
        }
        return new LinkContext(symbols, new Names(symbols), new Extensions(), problems, files, descriptor);
    }

    /** Finds what names mean, and what can be checked without options. */
    private void resolve(LinkContext context, List<LinkedFile> all) {
        TypeResolver types = new TypeResolver(context.names(), problems);
        each(all, file -> file.wellFormed && !file.shared, file -> {
            types.resolve(file);
            SyntaxChecks.check(file, problems);
        });
        for (LinkedFile file : all) {
            for (LinkedField extension : file.allExtensions) {
                if (extension.extendee != null) {
                    context.extensions().add(extension.extendee, extension);
                }
            }
            if (!file.shared) {
                file.sound = isSound(file);
            }
        }
    }

    private static boolean isSound(LinkedFile file) {
        boolean sound = !file.faulty;
        for (LinkedImport imported : file.imports) {
            sound &= imported.target() != null && imported.target().sound;
        }
        return sound;
    }

    /** Interprets the options of files that names are known in, and checks what depends on them. */
    private void options(LinkContext context, List<LinkedFile> all) {
        OptionPhase.run(context, all);
        boolean local = all.stream().anyMatch(file -> file.edition == Edition.EDITION_2024);
        each(all, file -> file.sound && file.features != null && !file.shared, file -> {
            JsonNameChecks.check(file, problems);
            if (local) {
                VisibilityChecks.check(file, problems);
            }
        });
    }

    private static void each(List<LinkedFile> files, Predicate<LinkedFile> wanted, Consumer<LinkedFile> work) {
        Stream<LinkedFile> stream = files.parallelStream();
        stream.filter(wanted).forEach(work);
    }
}
