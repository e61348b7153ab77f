import { createDoorstepClient } from 'doorstep-client'
import WebSocket from 'ws'

export const socketOf = (base, token, onResync) =>
  createDoorstepClient({ url: `${base.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, token: () => token, onResync })
