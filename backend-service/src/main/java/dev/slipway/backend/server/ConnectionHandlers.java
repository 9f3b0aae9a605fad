package dev.slipway.backend.server;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import jakarta.inject.Singleton;

/// Tells [Receptions] what arrives, on both sides of what makes requests of bytes, and [Deliveries] what leaves.
@Singleton
final class ConnectionHandlers implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Receptions receptions;
    private final Deliveries deliveries;

    ConnectionHandlers(Receptions receptions, Deliveries deliveries) {
        this.receptions = receptions;
        this.deliveries = deliveries;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new EachServer(receptions, deliveries));
        return registry;
    }

    private record EachServer(Receptions receptions, Deliveries deliveries) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new EachConnection(receptions, deliveries, channel) : this;
        }
    }

    private record EachConnection(Receptions receptions, Deliveries deliveries, Channel channel)
            implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            Reception reception = new Reception(channel);
            receptions.open(reception);
            channel.closeFuture().addListener(_ -> receptions.close(reception));
            channel.pipeline()
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "received-bytes",
                            new ReceivedBytes(receptions, reception))
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "answers-first",
                            new AnswersFirst(deliveries, new Delivery(channel)))
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "received-requests",
                            new ReceivedRequests(receptions, reception));
        }
    }

    private static final class ReceivedBytes extends ChannelInboundHandlerAdapter {
        private final Receptions receptions;
        private final Reception reception;

        private ReceivedBytes(Receptions receptions, Reception reception) {
            this.receptions = receptions;
            this.reception = reception;
        }

        /// What counts is the memory that is held, of which a few bytes may hold much.
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof ByteBuf buffer) {
                receptions.receive(reception, buffer.capacity());
            }
            super.channelRead(context, message);
        }
    }

    private static final class ReceivedRequests extends ChannelInboundHandlerAdapter {
        private final Receptions receptions;
        private final Reception reception;

        private ReceivedRequests(Receptions receptions, Reception reception) {
            this.receptions = receptions;
            this.reception = reception;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof LastHttpContent) {
                receptions.complete(reception);
            }
            super.channelRead(context, message);
        }
    }
}
