package dev.concordat.examples.routeguide;

import dev.concordat.contracts.routeguide.v1.Feature;
import dev.concordat.contracts.routeguide.v1.Point;
import dev.concordat.contracts.routeguide.v1.RecordRouteResponse;
import dev.concordat.contracts.routeguide.v1.Rectangle;
import dev.concordat.contracts.routeguide.v1.RouteNote;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import java.io.IOException;
import java.util.List;

/** Starts the server on a free port of this machine and calls it once in each of gRPC's four patterns. */
public final class Main {
    private static final Point MENDHAM = point(407_838_351, -746_143_763);
    private static final Point JEFFERSON = point(409_146_138, -746_188_906);
    private static final Point NOWHERE = point(0, 0);

    private Main() {}

    /** Runs the example; it fails when an answer is not the expected one. */
    public static void main(String[] arguments) throws IOException {
        Server server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new RouteGuide())
                .build()
                .start();
        ManagedChannel channel = Grpc.newChannelBuilderForAddress(
                        "localhost", server.getPort(), InsecureChannelCredentials.create())
                .build();
        try {
            call(new Traveller(channel));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private static void call(Traveller traveller) {
        Feature feature = traveller.look(MENDHAM);
        say("unary", feature.getName(), feature.getName().equals("Patriots Path, Mendham"));
        say("unary", "nothing at 0, 0", traveller.look(NOWHERE).getName().isEmpty());

        Rectangle area = Rectangle.newBuilder()
                .setLo(point(400_000_000, -750_000_000))
                .setHi(point(410_000_000, -740_000_000))
                .build();
        List<Feature> found = traveller.search(area);
        say("server streaming", found.size() + " features", found.size() == 3);

        RecordRouteResponse route = traveller.travel(List.of(MENDHAM, JEFFERSON, NOWHERE, MENDHAM));
        say(
                "client streaming",
                "%d points, %d features, %d m"
                        .formatted(route.getPointCount(), route.getFeatureCount(), route.getDistanceMeters()),
                route.getPointCount() == 4 && route.getFeatureCount() == 3);

        List<RouteNote> earlier = traveller.chat(List.of(note("first"), note("second"), note("third")));
        say("bidirectional streaming", earlier.size() + " earlier notes", earlier.size() == 3);
    }

    private static void say(String pattern, String answer, boolean expected) {
        System.out.printf("%-24s %s%n", pattern, answer);
        if (!expected) {
            throw new IllegalStateException("Unexpected answer to the " + pattern + " call: " + answer + ".");
        }
    }

    private static RouteNote note(String text) {
        return RouteNote.newBuilder().setLocation(MENDHAM).setMessage(text).build();
    }

    private static Point point(int latitude, int longitude) {
        return Point.newBuilder()
                .setLatitude(latitude)
                .setLongitude(longitude)
                .build();
    }
}
