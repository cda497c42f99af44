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

# Which guests have to move?
data "proxlb_migration_plan" "this" {
  policy = { balanciness = 10 }
}

# The plan of Terraform shows the migrations, and apply executes exactly those.
resource "proxlb_balance" "this" {
  policy     = data.proxlb_migration_plan.this.effective_policy
  migrations = data.proxlb_migration_plan.this.migrations

  timeouts = {
    create = "2h"
    update = "2h"
  }
}

output "executed" {
  value = proxlb_balance.this.executed
}
