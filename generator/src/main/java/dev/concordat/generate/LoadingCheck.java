package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Loads and initialises every class of a module on the libraries of the lock: generated code checks its runtime when it is initialised. */
final class LoadingCheck {
    private LoadingCheck() {}

    static void check(String id, SortedMap<String, byte[]> classes, List<Path> classPath) throws ContractException {
        try (ModuleLoader loader = new ModuleLoader(urls(classPath), classes)) {
            for (String path : classes.keySet()) {
                String name =
                        path.substring(0, path.length() - ".class".length()).replace('/', '.');
                try {
                    Class.forName(name, true, loader);
                } catch (ClassNotFoundException | LinkageError | AssertionError e) {
                    throw ContractException.of(
                            Failure.NO_ANSWER,
                            "Class %s of \"%s\" does not load on the libraries of concordat.lock: %s."
                                    .formatted(name, id, Reasons.of(e)),
                            "Choose tools in concordat.lock that are no newer than its libraries.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] urls(List<Path> classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : classPath) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Finds the module's classes in memory and the rest in jars; nothing of this tool is visible. */
    private static final class ModuleLoader extends URLClassLoader {
        private final SortedMap<String, byte[]> classes;

        ModuleLoader(URL[] urls, SortedMap<String, byte[]> classes) {
            super(urls, ClassLoader.getPlatformClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
