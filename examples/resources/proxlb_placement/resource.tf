terraform {
  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }
}

# Endpoint and token come from PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN, as with the bpg provider.
provider "proxlb" {
  ca_certificate = file(var.ca_file)
}

variable "ca_file" {
  type        = string
  description = "Certificate of the authority that signed the cluster's certificate."
}

# Three web servers on three different nodes. Each is given its node once: later runs, plans and migrations change nothing,
# and a fourth is placed without touching the others.
resource "proxlb_placement" "web" {
  guests = {
    for key in ["web1", "web2", "web3"] : key => {
      name       = key
      cpu_cores  = 2
      memory_mib = 4096
      disk_gib   = 32
      storage    = "ceph"
      tags       = ["plb_anti_affinity_web"]
    }
  }

  # A new image replaces the servers, and the new ones are placed anew. Guests that exist are answered with the node they are on.
  keepers = { image = "debian-12" }
}

# Stands in for the resource that creates the guests, such as proxmox_virtual_environment_vm.
resource "terraform_data" "web" {
  for_each = proxlb_placement.web.assignments
  input    = { name = each.key, node_name = each.value }

  # Guests that move later stay what they are.
  lifecycle {
    ignore_changes = [input]
  }
}

output "nodes" {
  value = proxlb_placement.web.assignments
}
