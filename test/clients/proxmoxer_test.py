"""What proxmoxer, a client that this project did not write, does against the simulated cluster."""

import sys
import unittest
from pathlib import Path

from proxmoxer import AuthenticationError, ProxmoxAPI, ResourceException
from proxmoxer.tools import Tasks

from simulated_cluster import SimulatedCluster

CLUSTER_FILE = Path(__file__).with_name("cluster.yaml")
POLL_SECONDS = 0.05
cluster = None


def setUpModule():
    global cluster
    cluster = SimulatedCluster(CLUSTER_FILE)


def tearDownModule():
    cluster.stop()


def connect(**credentials):
    """Connects as a user would, with the authority of the cluster as the only one that is trusted."""
    return ProxmoxAPI("127.0.0.1", port=cluster.port, verify_ssl=cluster.ca_file, **credentials)


def connect_as_root():
    return connect(user="root@pam", password="secret")


def wait_for(proxmox, upid):
    return Tasks.blocking_status(proxmox, upid, timeout=60, polling_interval=POLL_SECONDS)


class Login(unittest.TestCase):
    def test_password_gives_a_ticket_that_reads_and_writes(self):
        proxmox = connect_as_root()
        self.assertRegex(proxmox.version.get()["version"], r"^9\.")
        ticket, csrf_token = proxmox.get_tokens()
        self.assertTrue(ticket.startswith("PVE:root@pam:"))
        self.assertIn(":", csrf_token)
        self.assertIsNone(proxmox.cluster.options.put(description="written with a ticket"))
        self.assertEqual(proxmox.cluster.options.get()["description"], "written with a ticket")

    def test_a_ticket_is_renewed_with_the_old_one(self):
        proxmox = connect_as_root()
        before, _ = proxmox.get_tokens()
        # Older than the hour after which the client asks for a new one.
        proxmox._backend.auth.birth_time -= proxmox._backend.auth.renew_age + 1
        proxmox.nodes.get()
        after, _ = proxmox.get_tokens()
        self.assertNotEqual(before, after)
        self.assertEqual(len(proxmox.nodes.get()), 3)

    def test_a_wrong_password_is_an_authentication_error(self):
        with self.assertRaisesRegex(AuthenticationError, "authenticate"):
            connect(user="root@pam", password="wrong")

    def test_a_token_reads(self):
        secret = cluster.token_of("auditor@pve!read")
        proxmox = connect(user="auditor@pve", token_name="read", token_value=secret)
        self.assertEqual([node["node"] for node in proxmox.nodes.get()], ["pve1", "pve2", "old3"])

    def test_a_wrong_token_is_refused_with_the_reason(self):
        proxmox = connect(user="auditor@pve", token_name="read", token_value="wrong")
        with self.assertRaises(ResourceException) as refusal:
            proxmox.nodes.get()
        self.assertEqual(refusal.exception.status_code, 401)
        self.assertEqual(refusal.exception.content, "invalid token value!")

    def test_a_missing_privilege_is_named(self):
        secret = cluster.token_of("auditor@pve!read")
        proxmox = connect(user="auditor@pve", token_name="read", token_value=secret)
        with self.assertRaises(ResourceException) as refusal:
            proxmox.nodes("pve1").qemu(100).migrate.post(target="pve2", online=1)
        self.assertEqual(refusal.exception.status_code, 403)
        self.assertIn("(/vms/100, VM.Migrate)", refusal.exception.content)


class Inventory(unittest.TestCase):
    def setUp(self):
        self.proxmox = connect_as_root()

    def test_nodes_and_guests_are_listed(self):
        nodes = {node["node"]: node for node in self.proxmox.nodes.get()}
        self.assertEqual(nodes["pve1"]["maxmem"], 64 * 1024**3)
        self.assertIn("100", [str(guest["vmid"]) for guest in self.guests()])
        self.assertEqual([guest["name"] for guest in self.proxmox.nodes("pve2").lxc.get()], ["dns"])

    def test_versions_differ_by_node(self):
        versions = [self.proxmox.nodes(node).version.get()["version"] for node in ("pve1", "old3")]
        self.assertEqual([version[0] for version in versions], ["9", "8"])

    def test_histories_have_rows_without_gaps_in_their_columns(self):
        rows = self.proxmox.nodes("pve1").rrddata.get(timeframe="hour", cf="AVERAGE")
        self.assertEqual(len(rows), 60)
        self.assertTrue(all(isinstance(row["pressurecpusome"], (int, float)) for row in rows))

    def guests(self):
        return self.proxmox.cluster.resources.get(type="vm")


class Migration(unittest.TestCase):
    def setUp(self):
        self.proxmox = connect_as_root()

    def test_a_virtual_machine_moves_live_and_its_task_ends_well(self):
        upid = self.proxmox.nodes("pve1").qemu(100).migrate.post(target="pve2", online=1)
        self.assertEqual(Tasks.decode_upid(upid)["type"], "qmigrate")
        status = wait_for(self.proxmox, upid)
        self.assertEqual(status["exitstatus"], "OK")
        log = Tasks.decode_log(self.proxmox.nodes("pve1").tasks(upid).log.get(limit=0))
        self.assertIn("migration active, transferred", log)
        self.assertTrue(log.endswith("TASK OK"))
        self.assertEqual(self.proxmox.nodes("pve2").qemu(100).status.current.get()["status"], "running")
        with self.assertRaisesRegex(ResourceException, r"nodes/pve1/qemu-server/100\.conf' does not exist"):
            self.proxmox.nodes("pve1").qemu(100).config.get()

    def test_a_container_moves_by_restart(self):
        upid = self.proxmox.nodes("pve2").lxc(200).migrate.post(target="pve1", restart=1)
        self.assertEqual(wait_for(self.proxmox, upid)["exitstatus"], "OK")
        self.assertEqual(self.proxmox.nodes("pve1").lxc(200).status.current.get()["status"], "running")

    def test_a_guest_under_ha_is_moved_by_the_manager(self):
        upid = self.proxmox.nodes("pve1").qemu(110).migrate.post(target="pve2", online=1)
        status = wait_for(self.proxmox, upid)
        self.assertEqual((status["type"], status["exitstatus"]), ("hamigrate", "OK"))
        follower = None
        while follower is None:
            follower = next(iter(self.tasks_of(110, "qmigrate", status["starttime"])), None)
        self.assertEqual(wait_for(self.proxmox, follower["upid"])["exitstatus"], "OK")
        self.assertEqual(follower["user"], "root@pam")

    def test_a_failed_task_is_stopped_with_the_reason(self):
        upid = self.proxmox.nodes("pve1").qemu(102).migrate.post(target="pve2", online=1)
        self.assertEqual(wait_for(self.proxmox, upid)["exitstatus"], "migration aborted")

    def tasks_of(self, vmid, kind, since):
        return self.proxmox.nodes("pve1").tasks.get(
            typefilter=kind, vmid=vmid, since=since, source="all", start=0, limit=10
        )


class Errors(unittest.TestCase):
    def setUp(self):
        self.proxmox = connect_as_root()

    def test_a_locked_guest_refuses_with_the_reason_in_the_status_line(self):
        with self.assertRaises(ResourceException) as refusal:
            self.proxmox.nodes("pve1").qemu(101).migrate.post(target="pve2", online=1)
        self.assertEqual(refusal.exception.status_code, 500)
        self.assertEqual(refusal.exception.content, "VM is locked (backup)")

    def test_wrong_parameters_are_named_one_by_one(self):
        with self.assertRaises(ResourceException) as refusal:
            self.proxmox.nodes("old3").qemu(100).migrate.post(online="perhaps", **{"with-conntrack-state": 1})
        self.assertEqual(refusal.exception.status_code, 400)
        self.assertEqual(
            set(refusal.exception.errors), {"online", "target", "with-conntrack-state"}
        )

    def test_what_the_version_of_a_node_does_not_know_is_not_implemented(self):
        with self.assertRaises(ResourceException) as refusal:
            self.proxmox.nodes("old3").lxc(200).migrate.get()
        self.assertEqual(refusal.exception.status_code, 501)


class LifeCycle(unittest.TestCase):
    def test_a_virtual_machine_is_created_changed_started_and_destroyed(self):
        proxmox = connect_as_root()
        vmid = proxmox.cluster.nextid.get()
        vms = proxmox.nodes("pve2").qemu
        self.assert_ok(proxmox, vms.post(vmid=vmid, name="short-lived", memory=512, scsi0="shared:8"))
        self.assertIsNone(vms(vmid).config.put(cores=2, description="changed"))
        self.assertEqual(vms(vmid).config.get()["cores"], 2)
        self.assert_ok(proxmox, vms(vmid).status.start.post())
        self.assertEqual(vms(vmid).status.current.get()["status"], "running")
        self.assert_ok(proxmox, vms(vmid).status.stop.post())
        self.assert_ok(proxmox, vms(vmid).delete(purge=1))
        with self.assertRaisesRegex(ResourceException, "does not exist"):
            vms(vmid).status.current.get()

    def assert_ok(self, proxmox, upid):
        self.assertEqual(wait_for(proxmox, upid)["exitstatus"], "OK")


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
