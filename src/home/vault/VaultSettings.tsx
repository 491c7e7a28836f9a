import { BackupPanel } from "./BackupPanel.tsx";
import { FolderPanel } from "./FolderPanel.tsx";
import { LockPanel } from "./LockPanel.tsx";
import { StoragePanel } from "./StoragePanel.tsx";
import { WaysIn } from "./WaysIn.tsx";

export function VaultSettings() {
  return (
    <>
      <BackupPanel />
      <FolderPanel />
      <WaysIn />
      <LockPanel />
      <StoragePanel />
    </>
  );
}
