package dev.concordat.examples.routeguide;

import dev.concordat.contracts.routeguide.v1.Feature;
import dev.concordat.contracts.routeguide.v1.GetFeatureRequest;
import dev.concordat.contracts.routeguide.v1.ListFeaturesRequest;
import dev.concordat.contracts.routeguide.v1.ListFeaturesResponse;
import dev.concordat.contracts.routeguide.v1.Point;
import dev.concordat.contracts.routeguide.v1.RecordRouteRequest;
import dev.concordat.contracts.routeguide.v1.RecordRouteResponse;
import dev.concordat.contracts.routeguide.v1.Rectangle;
import dev.concordat.contracts.routeguide.v1.RouteChatRequest;
import dev.concordat.contracts.routeguide.v1.RouteChatResponse;
import dev.concordat.contracts.routeguide.v1.RouteGuideServiceGrpc;
import dev.concordat.contracts.routeguide.v1.RouteNote;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client: no call goes out without a deadline. */
final class Traveller {
    private static final long UNARY_SECONDS = 2;
    private static final long STREAM_SECONDS = 30;

    private final Channel channel;

    Traveller(Channel channel) {
        this.channel = channel;
    }

    /** Unary. */
    Feature look(Point point) {
        return RouteGuideServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(UNARY_SECONDS, TimeUnit.SECONDS)
                .getFeature(GetFeatureRequest.newBuilder().setLocation(point).build())
                .getFeature();
    }

    /** Server streaming. */
    List<Feature> search(Rectangle area) {
        List<Feature> found = new ArrayList<>();
        RouteGuideServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(STREAM_SECONDS, TimeUnit.SECONDS)
                .listFeatures(ListFeaturesRequest.newBuilder().setArea(area).build())
                .forEachRemaining((ListFeaturesResponse response) -> found.add(response.getFeature()));
        return found;
    }

    /** Client streaming. */
    RecordRouteResponse travel(List<Point> route) {
        Answers<RecordRouteResponse> answers = new Answers<>();
        StreamObserver<RecordRouteRequest> requests = RouteGuideServiceGrpc.newStub(channel)
                .withDeadlineAfter(STREAM_SECONDS, TimeUnit.SECONDS)
                .recordRoute(answers);
        route.forEach(point -> requests.onNext(
                RecordRouteRequest.newBuilder().setLocation(point).build()));
        requests.onCompleted();
        return answers.await().get(0);
    }

    /** Bidirectional streaming. */
    List<RouteNote> chat(List<RouteNote> notes) {
        Answers<RouteChatResponse> answers = new Answers<>();
        StreamObserver<RouteChatRequest> requests = RouteGuideServiceGrpc.newStub(channel)
                .withDeadlineAfter(STREAM_SECONDS, TimeUnit.SECONDS)
                .routeChat(answers);
        notes.forEach(note ->
                requests.onNext(RouteChatRequest.newBuilder().setNote(note).build()));
        requests.onCompleted();
        return answers.await().stream().map(RouteChatResponse::getNote).toList();
    }

    /** Collects a stream; the call's deadline bounds the wait. */
    private static final class Answers<T> implements StreamObserver<T> {
        private final List<T> received = new ArrayList<>();
        private final CompletableFuture<List<T>> done = new CompletableFuture<>();

        @Override
        public void onNext(T answer) {
            received.add(answer);
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            done.complete(received);
        }

        List<T> await() {
            return done.join();
        }
    }
}
