package dev.concordat.schema.link;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Import;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file while it is linked: its declarations as a tree, filled in phase by phase (see {@link Linker}). */
final class LinkedFile {
    final ContractFile source;
    final FileNode node;
    final String packageName;
    final Edition edition;
    final List<LinkedMessage> messages = new ArrayList<>();
    final List<LinkedEnum> enums = new ArrayList<>();
    final List<LinkedService> services = new ArrayList<>();
    /** The file-level extensions, groups included. */
    final List<LinkedField> extensions = new ArrayList<>();
    /** Every message, nested ones and map entries included, in source order. */
    final List<LinkedMessage> allMessages = new ArrayList<>();
    /** Every enum, nested ones included, in source order. */
    final List<LinkedEnum> allEnums = new ArrayList<>();
    /** Every field and extension of the file, those of map entries included, in source order. */
    final List<LinkedField> allFields = new ArrayList<>();

    final LinkedOptions options = new LinkedOptions();
    /** The import statements, in source order. */
    final List<ImportNode> importNodes = new ArrayList<>();
    /** The imports, in source order, once they are resolved. */
    final List<LinkedImport> imports = new ArrayList<>();
    /** Every extension of the file, nested ones included, in source order. */
    final List<LinkedField> allExtensions = new ArrayList<>();
    /** This file, its imports and what they import publicly: whose names it may use. Option imports are not among them. */
    Set<LinkedFile> visible = Set.of();
    /** The same for names inside options: with the option imports. */
    Set<LinkedFile> visibleToOptions = Set.of();
    /** Resolved by the phase that resolves features. */
    @Nullable
    Features features;
    /** Its package among those of all files, once the symbol table knows it; {@link SymbolTable#packageOf} tells that of a shared file. */
    @Nullable
    LinkedPackage scope;
    /** Whether the parser understood all of it. */
    boolean wellFormed = true;
    /** Whether a problem was found in it. */
    volatile boolean faulty;
    /** Whether a file that it may use names of is missing or not well-formed: then a name that is not found is no problem of this file. */
    boolean incomplete;
    /** Whether neither it nor what it imports, directly or not, had a problem before options were looked at. */
    boolean sound;
    /** Whether it is linked already, for whoever imports it: nothing in it changes any more. */
    boolean shared;

    LinkedFile(ContractFile source, FileNode node, Edition edition) {
        this.source = source;
        this.node = node;
        this.packageName = node.packageName();
        this.edition = edition;
    }

    /** The import path. */
    String path() {
        return source.importPath();
    }

    @Override
    public String toString() {
        return path();
    }

    /**
     * An import, in source order.
     *
     * @param target the imported file; absent when there is none, which has been reported
     */
    record LinkedImport(
            ImportNode node, Import.Kind kind, @Nullable LinkedFile target) {}
}
