package dev.concordat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class Utf8OrderTest {
    @Test
    void isThatOfTheBytes() {
        List<String> texts =
                List.of("", "a", "ab", "\u00e9", "\ud7ff", "\ue000", "\uff5e", "\ud83d\ude00", "\ud83d\ude01");
        for (String one : texts) {
            for (String other : texts) {
                int bytes = Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                int order = Utf8Order.compare("x" + one, "x" + other);
                assertEquals(Integer.signum(bytes), Integer.signum(order), one + " and " + other);
            }
        }
    }
}
