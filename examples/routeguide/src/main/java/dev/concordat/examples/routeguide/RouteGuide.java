package dev.concordat.examples.routeguide;

import com.google.protobuf.Duration;
import dev.concordat.contracts.routeguide.v1.GetFeatureRequest;
import dev.concordat.contracts.routeguide.v1.GetFeatureResponse;
import dev.concordat.contracts.routeguide.v1.ListFeaturesRequest;
import dev.concordat.contracts.routeguide.v1.ListFeaturesResponse;
import dev.concordat.contracts.routeguide.v1.Point;
import dev.concordat.contracts.routeguide.v1.RecordRouteRequest;
import dev.concordat.contracts.routeguide.v1.RecordRouteResponse;
import dev.concordat.contracts.routeguide.v1.RouteChatRequest;
import dev.concordat.contracts.routeguide.v1.RouteChatResponse;
import dev.concordat.contracts.routeguide.v1.RouteGuideServiceGrpc;
import dev.concordat.contracts.routeguide.v1.RouteNote;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The service: one rpc of each of gRPC's four patterns. */
final class RouteGuide extends RouteGuideServiceGrpc.RouteGuideServiceImplBase {
    private final FeatureMap map = new FeatureMap();
    private final Map<Point, List<RouteNote>> notesByPoint = new ConcurrentHashMap<>();

    @Override
    public void getFeature(GetFeatureRequest request, StreamObserver<GetFeatureResponse> responses) {
        responses.onNext(GetFeatureResponse.newBuilder()
                .setFeature(map.at(request.getLocation()))
                .build());
        responses.onCompleted();
    }

    @Override
    public void listFeatures(ListFeaturesRequest request, StreamObserver<ListFeaturesResponse> responses) {
        map.within(request.getArea())
                .forEach(feature -> responses.onNext(
                        ListFeaturesResponse.newBuilder().setFeature(feature).build()));
        responses.onCompleted();
    }

    @Override
    public StreamObserver<RecordRouteRequest> recordRoute(StreamObserver<RecordRouteResponse> responses) {
        return new RouteRecorder(responses);
    }

    @Override
    public StreamObserver<RouteChatRequest> routeChat(StreamObserver<RouteChatResponse> responses) {
        return new StreamObserver<>() {
            @Override
            public void onNext(RouteChatRequest request) {
                RouteNote note = request.getNote();
                List<RouteNote> notes =
                        notesByPoint.computeIfAbsent(note.getLocation(), point -> new CopyOnWriteArrayList<>());
                notes.forEach(earlier -> responses.onNext(
                        RouteChatResponse.newBuilder().setNote(earlier).build()));
                notes.add(note);
            }

            @Override
            public void onError(Throwable cancelled) {
                // The client went away; what it left stays.
            }

            @Override
            public void onCompleted() {
                responses.onCompleted();
            }
        };
    }

    /** Adds up one route while its points arrive. */
    private final class RouteRecorder implements StreamObserver<RecordRouteRequest> {
        private final StreamObserver<RecordRouteResponse> responses;
        private final long start = System.nanoTime();
        private Point last = Point.getDefaultInstance();
        private int points;
        private int features;
        private double meters;

        RouteRecorder(StreamObserver<RecordRouteResponse> responses) {
            this.responses = responses;
        }

        @Override
        public void onNext(RecordRouteRequest request) {
            Point point = request.getLocation();
            if (points++ > 0) {
                meters += FeatureMap.meters(last, point);
            }
            if (!map.at(point).getName().isEmpty()) {
                features++;
            }
            last = point;
        }

        @Override
        public void onError(Throwable cancelled) {
            // Nothing is summarised of a stream that broke off.
        }

        @Override
        public void onCompleted() {
            long nanos = System.nanoTime() - start;
            responses.onNext(RecordRouteResponse.newBuilder()
                    .setPointCount(points)
                    .setFeatureCount(features)
                    .setDistanceMeters(Math.round(meters))
                    .setElapsedTime(Duration.newBuilder()
                            .setSeconds(nanos / 1_000_000_000)
                            .setNanos((int) (nanos % 1_000_000_000)))
                    .build());
            responses.onCompleted();
        }
    }
}
