package dev.concordat.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Standard output, of which a reader such as {@code head} may stop to read when it has enough: that is no error. */
final class StandardOutput extends FilterOutputStream {
    private StandardOutput(OutputStream out) {
        super(out);
    }

    /** A stream of text to a file or a pipe, in the encoding that Java found for it. */
    static PrintStream to(OutputStream out) {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return new PrintStream(new BufferedOutputStream(new StandardOutput(out)), true, charset(encoding));
    }

    /** The encoding of this name; of a console may be one that Java does not have. */
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }

    @Override
    public void write(byte[] octets, int start, int length) throws IOException {
        try {
            out.write(octets, start, length);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
        }
    }
}
