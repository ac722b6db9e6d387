package dev.concordat.schema.link;

import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import dev.concordat.schema.parse.OptionNode;
import dev.concordat.schema.parse.RpcNode;
import dev.concordat.schema.parse.ServiceNode;
import dev.concordat.schema.parse.Statement;

/** Records where a service and its statements stand. */
final class ServiceSpans {
    private final SpanRecorder spans;
    private final LinkedService service;
    private final OptionSpans options;
    private int rpcs;

    ServiceSpans(SpanRecorder spans, LinkedService service) {
        this.spans = spans;
        this.service = service;
        this.options = new OptionSpans(spans, ServiceDescriptorProto.OPTIONS_FIELD_NUMBER, service.options);
    }

    void write(ServiceNode node) {
        spans.here(node.start(), node.end(), node.comments());
        spans.at(ServiceDescriptorProto.NAME_FIELD_NUMBER, node.name());
        for (Statement statement : node.statements()) {
            if (statement instanceof OptionNode option) {
                options.statement(option);
            } else if (statement instanceof RpcNode rpc) {
                rpc(rpc);
            }
        }
    }

    private void rpc(RpcNode node) {
        spans.enter(ServiceDescriptorProto.METHOD_FIELD_NUMBER, rpcs);
        spans.here(node.start(), node.end(), node.comments());
        spans.at(MethodDescriptorProto.NAME_FIELD_NUMBER, node.name());
        if (node.requestStream() != null) {
            spans.at(MethodDescriptorProto.CLIENT_STREAMING_FIELD_NUMBER, node.requestStream());
        }
        spans.at(MethodDescriptorProto.INPUT_TYPE_FIELD_NUMBER, node.request());
        if (node.responseStream() != null) {
            spans.at(MethodDescriptorProto.SERVER_STREAMING_FIELD_NUMBER, node.responseStream());
        }
        spans.at(MethodDescriptorProto.OUTPUT_TYPE_FIELD_NUMBER, node.response());
        OptionSpans rpcOptions =
                new OptionSpans(spans, MethodDescriptorProto.OPTIONS_FIELD_NUMBER, service.rpcs.get(rpcs++).options);
        for (OptionNode option : node.options()) {
            rpcOptions.statement(option);
        }
        spans.leave(2);
    }
}
