package samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.*;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each public static method without parameters returns what shows how Java links something. */
public final class Samples {
    private final String name;
    private static final Supplier<String> IN_AN_INITIALIZER = () -> "initializer";

    private Samples(String name) {
        this.name = name;
    }

    public static String lambdasThatCaptureNothing() {
        Supplier<String> text = () -> "text";
        IntBinaryOperator sum = (a, b) -> a + b;
        LongFunction<Double> half = a -> a / 2.0;
        return Arrays.asList(text.get(), sum.applyAsInt(3, 5), half.apply(7), IN_AN_INITIALIZER.get()).toString();
    }

    public static String lambdasThatCapture() {
        boolean a = true;
        byte b = -2;
        char c = 'c';
        short d = 300;
        int e = 70_000;
        long f = 1L << 40;
        float g = 1.5f;
        double h = 2.5e100;
        String i = "i";
        int[] j = {2, 3};
        Function<Object, String> all = k -> Arrays.asList(a, b, c, d, e, f, g, h, i, j[1], k).toString();
        return all.apply(null);
    }

    public static String lambdasOfAnInstance() {
        return new Samples("one").greeting().get() + new Samples("two").greeting().get();
    }

    private Supplier<String> greeting() {
        Supplier<Supplier<String>> nested = () -> () -> name + hidden("!");
        return nested.get();
    }

    private String hidden(String suffix) {
        return suffix + suffix;
    }

    private static String secret(Object value) {
        return "<" + value + ">";
    }

    public static String referencesToMethods() {
        Function<Object, String> ofNobody = Samples::secret;
        Function<Samples, Supplier<String>> ofTheFirst = Samples::greeting;
        Samples samples = new Samples("bound");
        UnaryOperator<String> bound = samples::hidden;
        Function<String, Samples> constructor = Samples::new;
        IntFunction<String[]> array = String[]::new;
        Function<List<String>, Integer> ofAnInterface = List::size;
        Supplier<int[]> clone = new int[] {2, 3, 5}::clone;
        return Arrays.asList(
                        ofNobody.apply(2),
                        ofTheFirst.apply(samples).get(),
                        bound.apply("?"),
                        constructor.apply("made").name,
                        array.apply(3).length,
                        ofAnInterface.apply(List.of("a", "b")),
                        clone.get().length)
                .toString();
    }

    public static String referencesToMethodsOfTheParent() {
        return new Child().parents().get();
    }

    static class Parent {
        protected String say() {
            return "parent";
        }
    }

    static final class Child extends Parent {
        @Override
        protected String say() {
            return "child";
        }

        Supplier<String> parents() {
            Supplier<String> own = this::say;
            Supplier<String> parents = super::say;
            return () -> own.get() + " " + parents.get();
        }
    }

    public static String valuesThatAreBoxedAndUnboxedAndWidened() {
        Function<Integer, Integer> both = Math::abs;
        ToLongFunction<Integer> unboxedAndWidened = Integer::intValue;
        ToDoubleFunction<Character> fromCharacter = Samples::code;
        DoubleUnaryOperator same = Math::floor;
        IntToLongFunction widened = Samples::code;
        Function<Byte, Object> toObject = Samples::code;
        Supplier<Object> boxed = () -> 5;
        Supplier<Comparable<?>> comparable = () -> 'x';
        Function<Short, Number> number = Short::intValue;
        BiFunction<Long, Float, Double> mixed = (a, b) -> a * (double) b;
        Predicate<Boolean> unboxed = Boolean::booleanValue;
        IntPredicate primitive = a -> a > 2;
        Function<Integer, Double> unboxedToWiden = Samples::half;
        ToIntFunction<Character> fromCharacterToWiden = Samples::code;
        Supplier<Integer> supplier = () -> 19;
        IntSupplier unboxedResult = supplier::get;
        LongSupplier widenedResult = supplier::get;
        Function<Object, Object> character = a -> (char) 98;
        BooleanSupplier equal = "a"::isEmpty;
        return Arrays.asList(
                        both.apply(-3),
                        unboxedAndWidened.applyAsLong(7),
                        fromCharacter.applyAsDouble('a'),
                        same.applyAsDouble(2.7),
                        widened.applyAsLong(11),
                        toObject.apply((byte) 13),
                        boxed.get(),
                        comparable.get(),
                        number.apply((short) 17),
                        mixed.apply(3L, 0.5f),
                        unboxed.test(true),
                        primitive.test(3),
                        unboxedToWiden.apply(23),
                        fromCharacterToWiden.applyAsInt('b'),
                        unboxedResult.getAsInt(),
                        widenedResult.getAsLong(),
                        character.apply(null),
                        equal.getAsBoolean())
                .toString();
    }

    private static int code(int value) {
        return value + 1;
    }

    private static double half(double value) {
        return value / 2;
    }

    public static String resultsThatNobodyWants() {
        List<Object> list = new ArrayList<>();
        TreeSet<String> set = new TreeSet<>();
        Consumer<String> one = set::add;
        LongConsumer boxed = list::add;
        IntConsumer two = Samples::twoSlots;
        Consumer<String> made = Samples::new;
        Runnable nothing = list::clear;
        one.accept("a");
        boxed.accept(3);
        two.accept(4);
        made.accept("b");
        String before = set + " " + list;
        nothing.run();
        return before + list;
    }

    private static long twoSlots(int value) {
        return value;
    }

    @SafeVarargs
    private static <T> String joined(T... values) {
        return Arrays.asList(values).toString();
    }

    interface Three<A, B extends Comparable<B>> {
        String apply(A a, B b, List<? extends B> c);
    }

    public static String genericTypes() {
        Three<Integer, String> three = (a, b, c) -> a + b + c + b.compareTo("b");
        Function<String, String> variable = Samples::<Object>joined;
        return three.apply(2, "a", List.of("c")) + variable.apply("d") + larger(3, 5) + larger("x", "b");
    }

    private static <T extends Comparable<T> & Serializable> T larger(T a, T b) {
        BinaryOperator<T> larger = (c, d) -> c.compareTo(d) > 0 ? c : d;
        Predicate<T> itself = a::equals;
        return itself.test(a) ? larger.apply(a, b) : b;
    }

    public static String streams() {
        return Stream.of("bb", "a", "ccc")
                        .sorted(Comparator.comparing(String::length).thenComparing(Function.identity()))
                        .collect(Collectors.toMap(text -> text, String::length, Integer::sum, java.util.TreeMap::new))
                + IntStream.range(0, 5).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    interface WithLambdas {
        String own();

        default Supplier<String> ofDefault() {
            return () -> own() + hidden();
        }

        private String hidden() {
            return " hidden";
        }

        private static String alone(int number) {
            return "alone " + number;
        }

        static IntFunction<String> ofStatic() {
            return WithLambdas::alone;
        }

        default Supplier<String> ofPrivate() {
            return this::hidden;
        }
    }

    public static String lambdasOfInterfaces() {
        WithLambdas with = () -> "own";
        return with.ofDefault().get() + WithLambdas.ofStatic().apply(3) + with.ofPrivate().get();
    }

    enum Kind {
        PLUS((a, b) -> a + b) {
            @Override
            Supplier<String> label() {
                return () -> "plus " + ordinal();
            }
        },
        TIMES((a, b) -> a * b);

        private final IntBinaryOperator operator;

        Kind(IntBinaryOperator operator) {
            this.operator = operator;
        }

        Supplier<String> label() {
            return this::name;
        }
    }

    public static String lambdasOfNestedClasses() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.label().get() + kind.operator.applyAsInt(3, 5))
                .collect(Collectors.joining(" "));
    }

    record Point(int x, long y) {
        Supplier<Point> swapped() {
            return () -> new Point((int) y, x);
        }
    }

    record All(
            boolean a, byte b, char c, short d, int e, long f, float g, double h, String i, List<String> j, Point k, int[] l, char[] m) {}

    record None() {}

    public static String records() {
        BiFunction<Integer, Long, Point> made = Point::new;
        ToLongFunction<Point> y = Point::y;
        Point point = made.apply(2, 3L);
        return point + " " + point.swapped().get() + y.applyAsLong(point) + point.equals(new Point(2, 3)) + new None();
    }

    public static String recordsThatAreCompared() {
        List<Object> all = new ArrayList<>(List.of(new None(), new Point(2, 3), "text"));
        int[] numbers = {2};
        char[] characters = {'a'};
        for (int i = 0; i < 15; i++) {
            all.add(new All(
                    i == 1,
                    (byte) (i == 2 ? 1 : -1),
                    i == 3 ? 'x' : 'y',
                    (short) (i == 4 ? 300 : -300),
                    i == 5 ? 70_000 : -7,
                    i == 6 ? 1L << 40 : 1,
                    i == 7 ? 0f : -0f,
                    i == 8 ? Double.NaN : 1,
                    i == 9 ? null : "text",
                    i == 10 ? List.of() : List.of("a"),
                    i == 11 ? new Point(2, 3) : new Point(2, 1L << 33),
                    i == 12 ? null : numbers,
                    i == 13 ? null : characters));
        }
        StringBuilder equal = new StringBuilder();
        for (Object one : all) {
            for (Object other : all) {
                equal.append(one.equals(other) ? '=' : '.');
            }
            equal.append(one.equals(null)).append('\n');
        }
        return equal.toString();
    }

    public static String hashesOfRecords() {
        return Stream.of(
                        new None(),
                        new Point(2, 1L << 33),
                        new All(true, (byte) 3, 'c', (short) 5, 7, 1L << 40, 1.5f, Double.NaN, "a", List.of("b"), null, null, null))
                .map(value -> value.hashCode() + " " + value)
                .collect(Collectors.joining());
    }

    public static String oneInstanceOfWhatCapturesNothing() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Runnable nothing = () -> {};
            int captured = i;
            IntSupplier something = () -> captured;
            all.add(nothing);
            all.add(something.getAsInt());
        }
        return (all.get(0) == all.get(2)) + " " + all.get(1) + all.get(3);
    }

    public static String exceptions() {
        Callable<String> failing = () -> {
            throw new java.io.IOException("checked");
        };
        try {
            return failing.call();
        } catch (Exception e) {
            return e.toString();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static String wrongTypes() {
        Function<String, Integer> length = String::length;
        try {
            return "" + ((Function) length).apply(3);
        } catch (ClassCastException e) {
            return "refused";
        }
    }

    interface SerializableSupplier extends Supplier<String>, Serializable {}

    public static String lambdasThatAreSerialized() throws Exception {
        String captured = "captured";
        SerializableSupplier supplier = () -> captured + "!";
        Runnable marked = (Runnable & Serializable) () -> {};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(supplier);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return ((Supplier<?>) in.readObject()).get() + " " + (marked instanceof Serializable);
        }
    }

    public static String concatenations() {
        boolean a = false;
        byte b = -128;
        char c = '\u20ac';
        short d = -300;
        int e = Integer.MIN_VALUE;
        long f = Long.MAX_VALUE;
        float g = 1.1f;
        double h = 1e-7;
        String i = null;
        CharSequence j = new StringBuilder("builder");
        Object k = null;
        StringBuilder m = new StringBuilder("m");
        return "" + a + b + c + d + e + f + g + h + i + j + k + m + "end" + 'x' + 5 + (char) 0;
    }

    public static String concatenationsOfArrays() {
        char[] characters = {'a', 'b'};
        return ("" + characters).startsWith("[C@") + " " + ("x" + new int[0]).startsWith("x[I@");
    }

    public static String concatenationsWithTheMarksOfRecipes() {
        int a = 3;
        return "\1" + a + "\2" + a + "\1\2";
    }

    public static String longConcatenations() {
        long a = 1;
        double b = 2;
        return a + b + "" + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a
                + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a + b + a;
    }

    public static String concatenationsThatAssign() {
        String text = "a";
        Object[] array = {"b"};
        int index = 0;
        array[index++] += text + index;
        text += index;
        return text + array[0];
    }

    public static String concatenationsThatThrow() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("broken");
            }
        };
        try {
            return "a" + broken;
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
