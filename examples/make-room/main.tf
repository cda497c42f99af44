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

# No node has room for a guest of this size, but two of them have it together: existing guests may move out of the way.
data "proxlb_best_node" "warehouse" {
  name       = "warehouse"
  cpu_cores  = 8
  memory_mib = 40960
  make_room  = true
}

# What has to move first is in the plan, for review.
resource "proxlb_balance" "room" {
  migrations = data.proxlb_best_node.warehouse.moves
}

# Stands in for the resource that creates the guest, such as proxmox_virtual_environment_vm: it comes when there is room.
resource "terraform_data" "warehouse" {
  input      = { name = "warehouse", node_name = data.proxlb_best_node.warehouse.node_name }
  depends_on = [proxlb_balance.room]

  lifecycle {
    ignore_changes = [input]
  }
}

output "node_of_warehouse" {
  value = terraform_data.warehouse.output.node_name
}
