package dev.slipway.backend.server;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/// Hands one request after the other on, and none while the client has not taken the answer to those before.
///
/// Micronaut asks for no more while answers wait, but one read from the network is hundreds of requests at once, whose
/// answers would all be made.
final class AnswersFirst extends ChannelDuplexHandler {
    private final Deliveries deliveries;
    private final Delivery delivery;
    private final Deque<Object> waiting = new ArrayDeque<>();
    /// Who comes after this has asked for the first request before this is in its place.
    private boolean asked = true;

    private boolean giving;

    AnswersFirst(Deliveries deliveries, Delivery delivery) {
        this.deliveries = deliveries;
        this.delivery = delivery;
    }

    @Override
    public void read(ChannelHandlerContext context) {
        asked = true;
        give(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        waiting.add(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        give(context);
    }

    /// What counts is the memory that is held until the client has taken it.
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        int size = message instanceof ByteBufHolder content ? content.content().capacity() : 0;
        if (size == 0) {
            super.write(context, message, promise);
            return;
        }
        deliveries.send(delivery, size);
        super.write(context, message, promise.unvoid().addListener(_ -> {
            deliveries.complete(delivery, size);
            give(context);
        }));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        forget();
        super.channelInactive(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forget();
    }

    /// What is handed on may make the next handler ask again, at once.
    private void give(ChannelHandlerContext context) {
        if (giving) {
            return;
        }
        giving = true;
        while (asked && !waiting.isEmpty() && delivery.isComplete()) {
            asked = false;
            giveRequest(context);
            context.fireChannelReadComplete();
        }
        giving = false;
        if (asked && waiting.isEmpty()) {
            context.read();
        }
    }

    private void giveRequest(ChannelHandlerContext context) {
        boolean last = false;
        while (!last && !waiting.isEmpty()) {
            Object message = waiting.remove();
            last = message instanceof LastHttpContent;
            context.fireChannelRead(message);
        }
    }

    private void forget() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
