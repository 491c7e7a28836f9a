import { PcscReaders } from "../pcsc/pcscReaders.ts";
import type { Road } from "../service/road.ts";
import { type ConnectorOptions, ConnectorPcsc } from "./connectorPcsc.ts";

/** Readers behind Google's Smart Card Connector. Its own question to the person comes with the first call to it. */
export function connectorRoad(options: ConnectorOptions): Road {
  return new PcscReaders({ road: "connector", pcsc: new ConnectorPcsc(options), timer: options.timer, identify: true });
}
