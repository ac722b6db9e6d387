package dev.concordat.check;

import dev.concordat.schema.ContractException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two answers that do not need each other, found at the same time.
 *
 * @param first the answer that was looked for in the calling thread
 * @param second the other one
 */
public record AtOnce<A, B>(A first, B second) {

    /**
     * Asks two questions at the same time; when both fail, the first one's problem is told.
     *
     * @param discard what becomes of an answer when the other question fails
     */
    public static <C, A extends C, B extends C> AtOnce<A, B> of(
            Question<A> first, Question<B> second, Consumer<C> discard) throws ContractException {
        CompletableFuture<B> other = CompletableFuture.supplyAsync(() -> {
            try {
                return second.ask();
            } catch (ContractException e) {
                throw new CompletionException(e);
            }
        });
        A answer;
        try {
            answer = first.ask();
        } catch (ContractException | RuntimeException e) {
            try {
                discard.accept(other.join());
            } catch (CompletionException unused) {
                // It has nothing to discard, and the first problem is the one to tell.
            }
            throw e;
        }
        helpWith(other);
        try {
            return new AtOnce<>(answer, other.join());
        } catch (CompletionException e) {
            discard.accept(answer);
            if (e.getCause() instanceof ContractException problem) {
                throw problem;
            }
            throw e;
        }
    }

    /** Does what other threads have not begun, rather than wait for them. */
    private static void helpWith(CompletableFuture<?> other) {
        while (!other.isDone()) {
            ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MILLISECONDS);
        }
    }

    /** Something that takes a while. */
    public interface Question<T> {
        /** The answer. */
        T ask() throws ContractException;
    }
}
