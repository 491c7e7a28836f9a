import { BackupPanel } from "./BackupPanel.tsx";
import { LockPanel } from "./LockPanel.tsx";
import { StoragePanel } from "./StoragePanel.tsx";
import { WaysIn } from "./WaysIn.tsx";

export function VaultSettings() {
  return (
    <>
      <BackupPanel />
      <WaysIn />
      <LockPanel />
      <StoragePanel />
    </>
  );
}
