package dev.concordat.generate;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java source that lies on no disk. */
final class MemorySource extends SimpleJavaFileObject {
    private final String text;

    MemorySource(String path, String text) {
        super(URI.create("memory:///" + path), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public String getName() {
        return uri.getPath().substring(1);
    }
}
