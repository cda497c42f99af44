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

# Where should one new guest run? Nodes that do not have the storage of its disk, or where it is too full, are left out.
data "proxlb_best_node" "db" {
  name       = "db"
  cpu_cores  = 4
  memory_mib = 8192
  disk_gib   = 64
  storage    = "ceph"
}

# A container that may run on one of two nodes only. Once it exists, under this id, the answer is the node that it is on.
data "proxlb_best_node" "proxy" {
  type          = "ct"
  vm_id         = 300
  name          = "proxy"
  cpu_cores     = 1
  memory_mib    = 512
  pool          = "frontend"
  allowed_nodes = ["pve1", "pve2"]
}

# Where should several run? Asked for at once, each counts for the others, and rules among them hold.
data "proxlb_best_node" "web" {
  guests = {
    for key in ["web3", "web4"] : key => {
      name       = key
      cpu_cores  = 2
      memory_mib = 4096
      tags       = ["plb_anti_affinity_web"]
    }
  }
}

# Stands in for the resource that creates the guests, such as proxmox_virtual_environment_vm.
resource "terraform_data" "web" {
  for_each = data.proxlb_best_node.web.assignments
  input    = { name = each.key, node_name = each.value }

  # The node is taken once, at creation. Guests that move later stay what they are.
  lifecycle {
    ignore_changes = [input]
  }
}

output "node_of_db" {
  value = data.proxlb_best_node.db.node_name
}

# What kept the other nodes from being chosen?
output "reasons" {
  value = { for node in data.proxlb_best_node.db.candidates : node.node_name => node.reasons }
}
