package dev.concordat.schema.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One output stream of a child process, read by a thread of its own up to a cap. */
final class CappedOutput {
    private final InputStream stream;
    private final int cap;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Thread reader;
    private volatile boolean exceeded;

    private CappedOutput(InputStream stream, int cap) {
        this.stream = stream;
        this.cap = cap;
        this.reader = new Thread(this::read, "concordat-child-output");
    }

    /** Begins to read a stream. */
    static CappedOutput reading(InputStream stream, int cap) {
        CappedOutput output = new CappedOutput(stream, cap);
        output.reader.setDaemon(true);
        output.reader.start();
        return output;
    }

    boolean exceeded() {
        return exceeded;
    }

    /** What was written, once the stream has ended; waits for that no longer than a while. */
    String awaitText(long milliseconds) throws InterruptedException {
        reader.join(milliseconds);
        synchronized (content) {
            return content.toString(StandardCharsets.UTF_8);
        }
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0 && !exceeded; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            // The stream is closed under the reader when the child is killed: what was read until then is all there is.
            return;
        }
    }

    private void keep(byte[] buffer, int count) {
        synchronized (content) {
            int room = cap - content.size();
            content.write(buffer, 0, Math.min(count, room));
            exceeded = count > room;
        }
    }
}
