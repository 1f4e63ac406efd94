export { dispatchEvents } from './dispatch-events.ts';
export { houseNews } from './house-news.ts';
export { type OutboxEvent, saveEvents } from './save-events.ts';
export { type Delivered, isSubscriber, type Subscriber, subscribe } from './subscribe.ts';
